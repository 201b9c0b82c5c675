package eu.bridgehall.moderation;

/** What has become of a decision about somebody's account. */
public enum AccountStep {
  PROPOSED,
  /** The second moderator did not agree. */
  DECLINED,
  SUSPENDED,
  /** It is in force no longer: its term is over, or a moderator has lifted it. */
  ENDED,
  APPEALED,
  /** The appeal was wrong. */
  UPHELD,
  /** The appeal was right. */
  OVERTURNED
}
