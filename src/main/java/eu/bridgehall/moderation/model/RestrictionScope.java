package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** What a restricted authority may not do. */
public enum RestrictionScope implements Coded {
  /** Ask for introductions. */
  NO_INTRODUCTIONS,
  /** Change its profile, ask for or accept introductions, and write to other authorities. */
  READ_ONLY
}
