package eu.bridgehall.kernel;

/** What a member may do for an authority or an association, from least to most. */
public enum MemberRole implements Coded {
  /** Reads everything of the authority, changes nothing. */
  VIEWER,
  /** Edits the profile, asks for introductions, writes messages. */
  EDITOR,
  /** An editor who also invites and removes members and archives the profile. */
  OWNER;

  /** Whether this role includes everything that {@code other} may do. */
  public boolean includes(MemberRole other) {
    return compareTo(other) >= 0;
  }
}
