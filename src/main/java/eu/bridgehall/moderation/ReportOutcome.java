package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;

/** What has come of a report, as the reporter is told. */
public enum ReportOutcome implements Coded {
  /** Nobody has decided yet. */
  OPEN,
  /** A measure was taken, or those concerned were warned. */
  ACTED,
  /** No rule was broken. */
  UNFOUNDED,
  /** A measure was taken, and somebody else has undone it after an appeal. */
  UNDONE
}
