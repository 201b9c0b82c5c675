package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;
import java.util.EnumSet;
import java.util.Set;

/** What the secretariat can decide. */
public enum DecisionKind implements Coded {
  /** Nothing is done: no rule was broken. */
  NO_ACTION,
  /** A profile goes back to its people, to be corrected and submitted again. */
  RETURN,
  /** Nobody is shown it any more, until that is lifted. */
  HIDE,
  /** Nobody is shown it any more; only an appeal brings it back. */
  REMOVE,
  /** Whom it concerns is told what to keep to. */
  WARN,
  /** The authority may do less for a time. */
  RESTRICT,
  /** The authority takes part no more, or nobody signs in; a second moderator must agree. */
  SUSPEND;

  /** Whether it comes into force only when a second moderator has confirmed it. */
  public boolean needsSecond() {
    return this == SUSPEND;
  }

  /** Whether it may be for a time only. */
  public boolean mayHaveTerm() {
    return this == HIDE || this == RESTRICT || this == SUSPEND;
  }

  /** Whether it must be for a time only. */
  public boolean needsTerm() {
    return this == RESTRICT;
  }

  /** Whether those whom it concerns are told, and may appeal. */
  public boolean concernsSomebody() {
    return this != NO_ACTION;
  }

  /** Whether a moderator can end it before its term. */
  public boolean mayBeLifted() {
    return mayHaveTerm();
  }

  /** What can be decided about such a thing. */
  public static Set<DecisionKind> about(SubjectKind subject) {
    return switch (subject) {
      case CONVERSATION -> EnumSet.of(NO_ACTION, WARN, RESTRICT, SUSPEND);
      case MESSAGE, ATTACHMENT -> EnumSet.of(NO_ACTION, HIDE, REMOVE, WARN, RESTRICT, SUSPEND);
      case PROFILE -> EnumSet.of(NO_ACTION, RETURN, HIDE, WARN, RESTRICT, SUSPEND);
      case AUTHORITY -> EnumSet.of(WARN, RESTRICT, SUSPEND);
      case ACCOUNT -> EnumSet.of(SUSPEND);
      case REPORTER -> EnumSet.of(WARN, RESTRICT);
    };
  }
}
