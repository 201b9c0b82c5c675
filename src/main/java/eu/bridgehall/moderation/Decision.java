package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionReason;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.ModerationRule;
import eu.bridgehall.moderation.model.RestrictionScope;
import eu.bridgehall.moderation.model.SubjectKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row.
 *
 * @param scope what a restriction takes away; null for every other kind
 * @param rule null where none was broken
 * @param conversation in which the subject stands; null for a profile and an authority
 * @param authority the organisation whose people it concerns; null for a conversation about which
 *     nothing is done
 * @param person who has written what was reported; null elsewhere
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
}
