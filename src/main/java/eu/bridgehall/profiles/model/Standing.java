package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.MemberRole;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** In what capacity somebody stands before a profile; one person may have several. */
public enum Standing implements Coded {
  VIEWER,
  EDITOR,
  OWNER,
  /** Officer of the association of the profile's country. */
  ASSOCIATION,
  /** Moderator or administrator. */
  SECRETARIAT,
  /** The service itself: a job, the command line. */
  SERVICE,
  /**
   * A decision of the secretariat, of which those concerned get a statement of reasons and against
   * which they can appeal; nobody has it by herself.
   */
  DECISION;

  /**
   * All capacities of the actor; empty for visitors and for people who have nothing to do with it.
   */
  public static Set<Standing> of(Actor actor, UUID authority, String country) {
    EnumSet<Standing> standings = EnumSet.noneOf(Standing.class);
    MemberRole role = actor.authorities().get(authority);
    if (role != null) {
      standings.add(
          switch (role) {
            case VIEWER -> VIEWER;
            case EDITOR -> EDITOR;
            case OWNER -> OWNER;
          });
    }
    if (actor.isAssociationOf(country)) {
      standings.add(ASSOCIATION);
    }
    if (actor.isSecretariat()) {
      standings.add(actor.personId() == null ? SERVICE : SECRETARIAT);
    }
    return standings;
  }

  /** Whether it is a capacity of a member of the authority itself. */
  public boolean isMember() {
    return this == VIEWER || this == EDITOR || this == OWNER;
  }
}
