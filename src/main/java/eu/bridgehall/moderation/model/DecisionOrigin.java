package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** What led to a decision, as those whom it concerns are told. */
public enum DecisionOrigin implements Coded {
  /** Somebody had reported it. */
  REPORT,
  /** An automatic signal had marked it for a person to look at. */
  SIGNAL,
  /** The secretariat has looked at it by itself. */
  OWN
}
