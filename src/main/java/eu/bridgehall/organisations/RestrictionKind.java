package eu.bridgehall.organisations;

/** What a decision of the secretariat takes away from an authority. */
public enum RestrictionKind {
  /** It asks for no introductions. */
  NO_INTRODUCTIONS,
  /** It also changes nothing, accepts nothing, and writes to no other authority. */
  READ_ONLY,
  /** Its profile is shown to nobody else. */
  HIDDEN,
  /** It takes part no more: read only, and hidden. */
  SUSPENDED;

  /** Whether it may not ask for introductions. */
  public boolean stopsAsking() {
    return this != HIDDEN;
  }

  /** Whether it may not write. */
  public boolean stopsWriting() {
    return this == READ_ONLY || this == SUSPENDED;
  }

  /** Whether its profile stays hidden. */
  public boolean hides() {
    return this == HIDDEN || this == SUSPENDED;
  }
}
