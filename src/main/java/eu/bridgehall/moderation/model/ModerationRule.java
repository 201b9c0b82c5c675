package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** A section of the moderation rules, by its code there. */
public enum ModerationRule implements Coded {
  /** Whoever acts for an authority is entitled to. */
  R1,
  /** What a profile says is true. */
  R2,
  /** People are treated with respect. */
  R3,
  /** No advertising and no mass mail. */
  R4,
  /** Data of people are protected. */
  R5,
  /** The law is kept, and nobody is endangered. */
  R6,
  /** The service is used for what it is there for. */
  R7;

  /** The code as the rules print it. */
  @Override
  public String id() {
    return name();
  }
}
