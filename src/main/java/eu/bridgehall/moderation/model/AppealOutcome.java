package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** What has come of an appeal. */
public enum AppealOutcome implements Coded {
  /** The decision stands. */
  UPHELD,
  /** The decision was wrong and is undone. */
  OVERTURNED
}
