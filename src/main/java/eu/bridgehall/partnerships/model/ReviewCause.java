package eu.bridgehall.partnerships.model;

import eu.bridgehall.kernel.Coded;

/** Why an introduction waits for somebody to let it through. */
public enum ReviewCause implements Coded {
  /** All do. */
  ALL,
  /** Those from this country do. */
  COUNTRY,
  /** Nothing that this authority, or this person, has asked for has reached anybody yet. */
  FIRST,
  /** The authority has many open ones. */
  MANY_OPEN,
  /** The last one to the same authority was not let through. */
  REJECTED_BEFORE,
  LINK,
  EMAIL,
  PHONE,
  /** The same text has gone to others. */
  SAME_TEXT,
  WORD
}
