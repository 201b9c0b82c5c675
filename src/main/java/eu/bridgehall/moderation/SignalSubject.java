package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;

/** In what automatic signals find something. */
public enum SignalSubject implements Coded {
  PROFILE,
  MESSAGE,
  ACCOUNT
}
