package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionOrigin;
import eu.bridgehall.moderation.model.DecisionReason;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.ModerationRule;
import eu.bridgehall.moderation.model.RestrictionScope;
import eu.bridgehall.moderation.model.SubjectKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row.
 *
 * @param scope what a restriction takes away; null for every other kind
 * @param rule null where none was broken
 * @param conversation in which the subject stands; null for what stands in none
 * @param authority the organisation whose people it concerns; null for an account, and for a
 *     conversation about which nothing is done
 * @param person who has written what was reported, or whose account it is about; null elsewhere
 * @param origin what led to it
 * @param termDays for how long, from its coming into force; null for no term
 * @param second what the second moderator has said; null before, and where it takes none
 * @param inForceAt null while it waits for the second moderator, and where she did not agree
 * @param lifted how it ended; null while it has not
 * @param profile how it has moved the profile; null where it has not
 */
record Decision(
    UUID id,
    DecisionKind kind,
    @Nullable RestrictionScope scope,
    DecisionReason reason,
    @Nullable ModerationRule rule,
    String text,
    SubjectKind subjectKind,
    UUID subject,
    @Nullable UUID conversation,
    @Nullable UUID authority,
    @Nullable UUID person,
    DecisionOrigin origin,
    DecisionStatus status,
    UUID decidedBy,
    Instant decidedAt,
    @Nullable Integer termDays,
    @Nullable Instant termUntil,
    @Nullable Step second,
    @Nullable Instant inForceAt,
    @Nullable Step lifted,
    @Nullable Moved profile) {

  /**
   * What somebody did about it.
   *
   * @param by null for the service
   */
  record Step(@Nullable UUID by, Instant at, @Nullable String text) {}

  /**
   * Where the profile stood before, and its version after.
   *
   * @param from name of the {@link eu.bridgehall.profiles.model.ProfileStatus}
   */
  record Moved(String from, long version) {}

  /** The authority, where it concerns one. */
  UUID concerned() {
    if (authority == null) {
      throw new IllegalStateException("Decision " + id + " concerns no organisation");
    }
    return authority;
  }

  /** The same where this led to it. */
  Decision from(DecisionOrigin what) {
    return next(what, status, termUntil, second, inForceAt, lifted, profile);
  }

  /** Whether it is in force past its term. */
  boolean isOver(Instant now) {
    return status == DecisionStatus.IN_FORCE && termUntil != null && !termUntil.isAfter(now);
  }

  /** Whether it is about somebody's account, and concerns nobody else. */
  boolean isAboutAccount() {
    return subjectKind == SubjectKind.ACCOUNT;
  }

  /** Whether it has ended, or has done all that it does. */
  boolean isDone() {
    return status != DecisionStatus.IN_FORCE
        || kind == DecisionKind.NO_ACTION
        || kind == DecisionKind.RETURN
        || kind == DecisionKind.WARN;
  }

  /** Whom it concerns, for the audit log. */
  Map<String, UUID> whom() {
    return subjectKind.isPerson() ? Map.of("person", subject) : Map.of("authority", concerned());
  }

  /** The same in force since then, for its term. */
  Decision inForce(@Nullable Step by, Instant since) {
    return next(
        DecisionStatus.IN_FORCE,
        termDays == null ? null : since.plus(termDays, ChronoUnit.DAYS),
        by,
        since,
        null,
        profile);
  }

  /**
   * The same where the second moderator did not agree.
   *
   * @param by null where it ended before anybody answered
   */
  Decision declined(@Nullable Step by) {
    return next(DecisionStatus.DECLINED, null, by, null, null, null);
  }

  /** The same at its end. */
  Decision ended(DecisionStatus how, Step by) {
    return next(how, termUntil, second, inForceAt, by, profile);
  }

  /** The same having moved the profile, or no longer answering for where that stands. */
  Decision moving(@Nullable Moved moved) {
    return next(status, termUntil, second, inForceAt, lifted, moved);
  }

  private Decision next(
      DecisionStatus now,
      @Nullable Instant until,
      @Nullable Step confirmed,
      @Nullable Instant since,
      @Nullable Step end,
      @Nullable Moved moved) {
    return next(origin, now, until, confirmed, since, end, moved);
  }

  private Decision next(
      DecisionOrigin from,
      DecisionStatus next,
      @Nullable Instant until,
      @Nullable Step confirmed,
      @Nullable Instant since,
      @Nullable Step end,
      @Nullable Moved moved) {
    return new Decision(
        id,
        kind,
        scope,
        reason,
        rule,
        text,
        subjectKind,
        subject,
        conversation,
        authority,
        person,
        from,
        next,
        decidedBy,
        decidedAt,
        termDays,
        until,
        confirmed,
        since,
        end,
        moved);
  }
}
