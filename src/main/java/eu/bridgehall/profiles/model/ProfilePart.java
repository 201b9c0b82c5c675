package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Coded;

/** How much of a profile somebody sees; each part includes those before it. */
public enum ProfilePart implements Coded {
  /** Not even that there is one. */
  NOTHING,
  /** What it is and what it seeks. */
  PUBLIC,
  /** Also wishes, notes, project ideas and capacity: for those who take part themselves. */
  MEMBERS,
  /** Also whom to write to: for partners and accepted introductions. */
  CONTACT,
  /** Everything, with its status and reasons: its members, its association, the secretariat. */
  ALL;

  public boolean includes(ProfilePart other) {
    return compareTo(other) >= 0;
  }
}
