package eu.bridgehall.web;

import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.moderation.QueueSummary;
import eu.bridgehall.profiles.model.ProfileStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person, and how her authorities stand. Both lists begin with what has a day, the
 * next day first; then follows what has waited longest.
 *
 * @param mine what she has to do
 * @param theirs what others have to do before she can go on
 * @param authorities those of which she is a member, by name
 * @param queue what waits in the queue for her, by kind; empty where nothing does, or where she
 *     decides nothing of it
 */
@Serdeable
record DashboardResponse(
    List<Waiting> mine,
    List<Waiting> theirs,
    List<Standing> authorities,
    List<QueueSummary> queue) {
  static DashboardResponse of(DashboardView view) {
    DashboardView.Queued queue = view.queue();
    return new DashboardResponse(
        view.tasks().stream().map(DashboardResponse::waiting).toList(),
        view.waits().stream().map(DashboardResponse::waiting).toList(),
        view.authorities().stream().map(DashboardResponse::standing).toList(),
        queue == null ? List.of() : queue.kinds());
  }

  private static Waiting waiting(DashboardView.Task task) {
    Reader.ActsFor authority = task.authority();
    return new Waiting(
        task.what(),
        task.count(),
        authority == null ? null : authority.id(),
        task.link(),
        task.since(),
        task.until(),
        task.stale());
  }

  private static Standing standing(DashboardView.Card card) {
    DashboardView.Freshness fresh = card.fresh();
    Instant due = fresh.due();
    return new Standing(
        card.authority().id(),
        card.authority().name(),
        card.role(),
        card.status(),
        card.completeness(),
        card.newMatches(),
        due == null
            ? null
            : new Reconfirmation(
                due, fresh.dueSoon(), fresh.lapsed(), fresh.lapsed() ? null : fresh.until()));
  }

  /**
   * Something that waits.
   *
   * @param what in short: to do are {@code answer}, {@code unread}, {@code reply}, {@code draft},
   *     {@code returned}, {@code lapsed}, {@code reconfirm}, {@code claims}, {@code deadMails};
   *     others do {@code answered}, {@code agreed}, {@code reviewed}, {@code replied}, {@code
   *     submitted}, {@code claimed}
   * @param count how many of it; null where it is one thing
   * @param authority whose it is; null where it is the person's own
   * @param link the page where it is done, or seen
   * @param since when the first of it began to wait; null where that does not matter
   * @param until when the first of it has to be done; null where there is no such day
   * @param stale whether it has waited long
   */
  @Serdeable
  record Waiting(
      String what,
      @Nullable Long count,
      @Nullable UUID authority,
      String link,
      @Nullable Instant since,
      @Nullable Instant until,
      boolean stale) {}

  /**
   * An authority of hers.
   *
   * @param role her role in it
   * @param status of its profile
   * @param completeness of its profile, 0 to 100
   * @param newMatches how many of the first suggestions are new since she last saw the list; the
   *     most that is counted is 10
   * @param reconfirmation when its profile is to be confirmed again; null while it is not to be
   */
  @Serdeable
  record Standing(
      UUID authority,
      String name,
      @Schema(implementation = MemberRole.class) String role,
      @Schema(implementation = ProfileStatus.class) String status,
      int completeness,
      int newMatches,
      @Nullable Reconfirmation reconfirmation) {}

  /**
   * When a profile is to be confirmed again.
   *
   * @param soon whether that is so near that its people are reminded, or past
   * @param lapsed whether it is hidden because nobody did it in time
   * @param hiddenFrom when it is hidden if nobody does; null where it is
   */
  @Serdeable
  record Reconfirmation(Instant due, boolean soon, boolean lapsed, @Nullable Instant hiddenFrom) {}
}
