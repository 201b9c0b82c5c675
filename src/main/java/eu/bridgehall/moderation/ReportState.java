package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;

/** Which reports are looked for. */
public enum ReportState implements Coded {
  /** Nothing has been decided yet. */
  OPEN,
  /** A decision has closed it, or waits for a second moderator. */
  DECIDED
}
