package eu.bridgehall.ties;

/** What can stand between two authorities. */
public enum TieKind {
  /** They have a partnership; how sure that is, says the tie's certainty. No side. */
  PARTNER(false),
  /** One has asked to be put in touch; the side is the one that asked. */
  INTRODUCTION_OPEN(true),
  /** An introduction was accepted. No side. */
  INTRODUCTION_ACCEPTED(false),
  /** The side wants nothing to do with the other. */
  BLOCKED(true),
  /** The secretariat has decided that they are not put in touch. No side. */
  FORBIDDEN(false),
  /** The side does not want to be shown the other; the other does not learn of it. */
  DISMISSED(true);

  private final boolean sided;

  TieKind(boolean sided) {
    this.sided = sided;
  }

  /** Whether a tie of this kind is always one side's. */
  public boolean isSided() {
    return sided;
  }
}
