package eu.bridgehall.moderation;

import eu.bridgehall.messaging.ConversationErasure;
import eu.bridgehall.platform.retention.Retained;
import eu.bridgehall.platform.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How long is kept what the secretariat decides, and what it rests on. Nothing goes as long as
 * somebody can appeal, waits for an answer, or a decision is in force that still does something.
 */
@Factory
class ModerationRetention {
  /**
   * The decisions that ended before a moment, or did all they do before it. One that has removed
   * something is done with when that is erased, and so is one that has hidden the same.
   */
  private static final String OVER =
      """
      select d.id from moderation_decision d
       where greatest(d.decided_at, d.confirmed_at, d.in_force_at, d.lifted_at) < ?
         and (d.status in ('DECLINED', 'EXPIRED', 'LIFTED', 'OVERTURNED')
              or d.status = 'IN_FORCE' and d.kind in ('NO_ACTION', 'RETURN', 'WARN')
              or d.status = 'IN_FORCE' and d.kind = 'REMOVE' and d.subject not in (%s)
              or d.status = 'IN_FORCE' and d.kind = 'HIDE' and d.subject_kind in ('MESSAGE', 'ATTACHMENT')
                 and d.subject not in (%s))
         and not exists (select 1 from moderation_appeal a
                          where a.decision_id = d.id
                            and (a.decided_at is null or a.decided_at >= ?))
      """
          .formatted(ConversationErasure.HELD, ConversationErasure.WHOLE);

  /** What was removed before a moment, and is not appealed against since. */
  private static final String REMOVED =
      """
      select d.subject from moderation_decision d
       where d.kind = 'REMOVE' and d.status = 'IN_FORCE' and d.in_force_at < ?
         and not exists (select 1 from moderation_appeal a
                          where a.decision_id = d.id
                            and (a.decided_at is null or a.decided_at >= ?))
      """;

  /** The conversations that the secretariat has something of to answer for. */
  private static final String ANSWERED_FOR =
      """
      select conversation_id from report where conversation_id is not null
      union all
      select conversation_id from moderation_decision where conversation_id is not null
      union all
      select conversation_id from content_flag where conversation_id is not null
      """;

  private final RetentionSettings settings;
  private final ModerationSettings moderation;

  ModerationRetention(RetentionSettings settings, ModerationSettings moderation) {
    this.settings = settings;
    this.moderation = moderation;
  }

  @Singleton
  Retained reports() {
    return new Retained(
        "reports",
        afterAppeals(settings.reports()),
        "delete from report where decision_id in (" + OVER + ")");
  }

  /** With the appeals against them, and the reports that they closed. */
  @Singleton
  Retained decisions() {
    return new Retained(
        "decisions",
        afterAppeals(settings.decisions()),
        """
        with over as (%s),
        reports as (
          delete from report where decision_id in (select id from over)),
        appeals as (
          delete from moderation_appeal where decision_id in (select id from over)),
        restrictions as (
          delete from organisation_restriction where decision_id in (select id from over))
        delete from moderation_decision where id in (select id from over)
        """
            .formatted(OVER));
  }

  @Singleton
  Retained removedContent() {
    return new Retained(
        "removed-content",
        afterAppeals(settings.removedContent()),
        ConversationErasure.erase(REMOVED));
  }

  /** What reports keep of what was removed, and what its author had made of it before. */
  @Singleton
  Retained removedExcerpts() {
    return new Retained(
        "removed-excerpts",
        afterAppeals(settings.removedContent()),
        """
        with removed (id) as (%s),
        corrections as (
          update moderation_correction set content = null, note = null
           where (content is not null or note is not null)
             and decision_id in (select d.id from moderation_decision d
                                  where d.subject in (select id from removed)))
        update report set excerpt = null, earlier = '{}', files = '{}'
         where subject in (select id from removed)
           and (excerpt is not null or earlier <> '{}' or files <> '{}')
        """
            .formatted(REMOVED));
  }

  @Singleton
  Retained signals() {
    return new Retained(
        "signals", settings.signals(), "delete from content_flag where closed_at < ?");
  }

  @Singleton
  Retained claims() {
    return Retained.untilItsEnd("queue-claims", "delete from queue_claim where expires_at < ?");
  }

  @Singleton
  Retained silentConversations() {
    return new Retained(
        "silent-conversations",
        settings.silentConversations(),
        ConversationErasure.deleteSilent(ANSWERED_FOR));
  }

  @Singleton
  Retained archivedConversations() {
    return new Retained(
        "archived-conversations",
        settings.archivedConversations(),
        ConversationErasure.deleteArchived(ANSWERED_FOR));
  }

  private Duration afterAppeals(Duration keep) {
    return keep.compareTo(moderation.appealWithin()) < 0 ? moderation.appealWithin() : keep;
  }
}
