package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Coded;

/** Where a profile stands in its life. */
public enum ProfileStatus implements Coded {
  /** Being written; nobody else sees it. */
  DRAFT,
  /** Waiting for the association of its country or the secretariat. */
  SUBMITTED,
  /** Sent back with reasons; its members change it and submit it again. */
  RETURNED,
  /** Published, searched and matched. */
  CONFIRMED,
  /** Hidden for a time, by its members or because it was not reconfirmed; partners still see it. */
  PAUSED,
  /** Hidden by a decision of the secretariat. */
  SUSPENDED,
  /** Over; its place is free for another. */
  ARCHIVED;

  /** Whether it has been confirmed and still counts as an authority that takes part. */
  public boolean takesPart() {
    return this == CONFIRMED || this == PAUSED;
  }
}
