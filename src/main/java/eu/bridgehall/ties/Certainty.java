package eu.bridgehall.ties;

/** How sure it is that a tie is there, from least to most. */
public enum Certainty {
  /** From a public list that nobody here has confirmed. */
  KNOWN_UNCONFIRMED,
  /** One side says so. */
  STATED,
  /** Both sides, or a decision made here. */
  CONFIRMED
}
