package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** Why something is decided. */
public enum DecisionReason implements Coded {
  /** Advertising, or the same text to many. */
  SPAM,
  /** It tries to get money, passwords or data by deceit. */
  FRAUD,
  /** Insults, threats or hatred. */
  ABUSE,
  /** Somebody writes for an authority that is not theirs. */
  IMPERSONATION,
  /** It gives away data of people, or what endangers them. */
  PRIVACY,
  /** What is said of the authority is not so. */
  UNTRUE,
  /** The law forbids it. */
  UNLAWFUL,
  /** It is not what this service is for. */
  MISUSE,
  /** What was broken once has been broken again. */
  REPEATED,
  /** No rule was broken. */
  NO_BREACH,
  /** Something else, which the text tells. */
  OTHER;

  /** Whether it can be why this is decided. */
  public boolean isFor(DecisionKind kind) {
    return this == OTHER || (this == NO_BREACH) == (kind == DecisionKind.NO_ACTION);
  }
}
