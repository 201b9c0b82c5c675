package eu.bridgehall.platform.waiting;

import eu.bridgehall.kernel.Coded;

/** The kinds of things that wait for a person to decide. */
public enum WaitingKind implements Coded {
  /** A submitted profile that was never confirmed. */
  PROFILE,
  /** A profile that was confirmed once and whose name or type has changed. */
  PROFILE_CHANGE,
  /** Somebody asks to act for an authority with those who do. */
  CLAIM,
  /** Somebody says that others act for an authority without being entitled. */
  DISPUTE,
  /** A member asks to be made owner, because the owner is gone. */
  OWNERSHIP,
  /** An introduction that waits to be let through. */
  INTRODUCTION,
  /** Something that was reported, once or by several. */
  REPORT,
  /** A decision that waits for a second moderator. */
  SECOND_OPINION,
  /** An appeal against a decision. */
  APPEAL,
  /** What was hidden, and has been corrected. */
  CORRECTION,
  /** A profile or a message in which automatic signals have found something. */
  FLAG,
  /** An account of which something speaks against what it acts for. */
  SIGN_UP
}
