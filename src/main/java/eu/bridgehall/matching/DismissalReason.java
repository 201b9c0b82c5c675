package eu.bridgehall.matching;

import eu.bridgehall.kernel.Coded;

/** Why a suggestion is not for us. The other side learns neither the reason nor the dismissal. */
public enum DismissalReason implements Coded {
  THEMES,
  SIZE,
  PLACE,
  LANGUAGE,
  ALREADY_KNOWN,
  OTHER
}
