package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Coded;

/** Why a profile is returned, suspended, reinstated or closed by others. */
public enum ReviewReason implements Coded {
  /** It is not shown that the applicant may act for the authority. */
  NOT_ENTITLED,
  INCOMPLETE,
  WRONG_PLACE,
  /** The authority has another profile. */
  DUPLICATE,
  /** What is written breaks the rules. */
  CONTENT,
  OUTDATED,
  /** The authority has been merged or dissolved. */
  MERGED,
  /** What stood in the way has been put right. */
  SETTLED,
  OTHER
}
