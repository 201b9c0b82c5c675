package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;

/** Why a flag is closed. */
public enum SignalOutcome implements Coded {
  /** Somebody has looked at it. */
  DISMISSED,
  /** A reviewer has confirmed the profile that it was in. */
  CONFIRMED,
  /** What was found is not there any more. */
  GONE,
  /** It has led to a decision. */
  DECIDED
}
