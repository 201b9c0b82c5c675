package eu.bridgehall.partnerships;

/** Which introductions somebody has to let through before they reach the other side. */
public enum ReviewRule {
  /** None, except those from the countries named. */
  NONE,
  /** All. */
  ALL
}
