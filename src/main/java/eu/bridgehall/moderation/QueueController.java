package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of everything that waits for a person of the secretariat or of an association. */
@Controller("/api/v1/moderation")
@Secured(SecurityRule.IS_AUTHENTICATED)
class QueueController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;

  private final Queue queue;
  private final QueueClaims claims;
  private final QueueViews views;

  QueueController(Queue queue, QueueClaims claims, QueueViews views) {
    this.queue = queue;
    this.claims = claims;
    this.views = views;
  }

  /**
   * What waits for me, what should be decided first before the rest. At most 1,000 can be walked: a
   * longer queue is narrowed.
   *
   * @param kind only these kinds; all where none is given
   * @param country ISO 3166-1 alpha-2
   * @param claimed all (the default), mine, or free for what nobody has taken on
   * @param flagged only what automatic signals have found something in
   */
  @Get("/queue")
  Page<QueueItem> list(
      Actor actor,
      @Nullable @QueryValue @ArraySchema(schema = @Schema(implementation = WaitingKind.class))
          List<String> kind,
      @Nullable @QueryValue String country,
      @Nullable @QueryValue @Schema(implementation = QueueClaimed.class) String claimed,
      @Nullable @QueryValue Boolean flagged,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return queue.list(
        actor,
        QueueFilter.of(kind, country, claimed, flagged),
        PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** How many of each kind wait for me. */
  @Get("/queue/counts")
  Map<String, Long> counts(Actor actor) {
    Map<String, Long> counts = new TreeMap<>();
    queue.counts(actor).forEach((kind, count) -> counts.put(kind.id(), count));
    return counts;
  }

  /** Takes something on: nobody else decides it, until I have, give it back, or it lapses. */
  @Post("/queue/{kind}/{subject}/claim")
  QueueClaim claim(
      Actor actor, String kind, UUID subject, @Nullable @Body QueueClaimRequest request) {
    return claims.claim(
        actor, kind(kind), subject, request != null && Boolean.TRUE.equals(request.take()));
  }

  /** Gives back what I have taken on. */
  @Delete("/queue/{kind}/{subject}/claim")
  @Status(HttpStatus.NO_CONTENT)
  void release(Actor actor, String kind, UUID subject) {
    claims.release(actor, kind(kind), subject);
  }

  /** My views of the queue, by name. */
  @Get("/views")
  Page<QueueView> listViews(Actor actor) {
    return Page.of(views.list(actor));
  }

  /** Saves a view of the queue. */
  @Post("/views")
  @Status(HttpStatus.CREATED)
  QueueView addView(Actor actor, @Body QueueViewRequest request) {
    return views.add(actor, request);
  }

  /** Changes one of my views. */
  @Put("/views/{id}")
  QueueView changeView(Actor actor, UUID id, @Body QueueViewRequest request) {
    return views.change(actor, id, request);
  }

  /** Forgets one of my views. */
  @Delete("/views/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void removeView(Actor actor, UUID id) {
    views.remove(actor, id);
  }

  private static WaitingKind kind(String id) {
    return FieldChecks.chosen("kind", id, WaitingKind.class);
  }
}
