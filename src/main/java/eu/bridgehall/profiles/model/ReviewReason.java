package eu.bridgehall.profiles.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a profile is returned, suspended, reinstated or archived by others. */
public enum ReviewReason {
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
  OTHER;

  /** Name in requests and answers: small letters and hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason of that name. */
  public static Optional<ReviewReason> find(String id) {
    return Arrays.stream(values()).filter(r -> r.id().equals(id)).findFirst();
  }
}
