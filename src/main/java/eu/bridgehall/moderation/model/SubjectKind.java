package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** About what a decision is. */
public enum SubjectKind implements Coded {
  CONVERSATION,
  MESSAGE,
  /** A file of a message. */
  ATTACHMENT,
  PROFILE,
  /** An authority and what it does, without a report. */
  AUTHORITY,
  /** Somebody's account, without a report. */
  ACCOUNT,
  /** A person and what she reports. */
  REPORTER;

  /** Whether it is about a person alone, and no authority. */
  public boolean isPerson() {
    return this == ACCOUNT || this == REPORTER;
  }
}
