package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** What has become of a decision. */
public enum DecisionStatus implements Coded {
  /** It waits for the second moderator. */
  PROPOSED,
  /** The second moderator did not agree; it never came into force. */
  DECLINED,
  IN_FORCE,
  /** Its term is over. */
  EXPIRED,
  /** A moderator has ended it. */
  LIFTED,
  /** An appeal was right: what it did is undone. */
  OVERTURNED;

  /** Whether it was once in force, so that those whom it concerns know of it. */
  public boolean wasInForce() {
    return this != PROPOSED && this != DECLINED;
  }
}
