package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the person who asks was told. */
@Controller("/api/v1/notices")
@Secured(SecurityRule.IS_AUTHENTICATED)
class NoticeController {
  private static final int DEFAULT_LIMIT = 50;

  private final Notices notices;

  NoticeController(Notices notices) {
    this.notices = notices;
  }

  /**
   * My notices, the newest first.
   *
   * @param unread true for those alone that I have not read
   */
  @Get
  Page<NoticeResponse> list(
      Actor actor,
      Locale language,
      @Nullable @QueryValue @Schema(type = "boolean") String unread,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return notices.list(
        actor,
        isTrue(unread),
        PageRequest.of(offset, limit, DEFAULT_LIMIT, Notices.MOST_SHOWN),
        language);
  }

  /** The framework takes whatever is neither for no. */
  private static boolean isTrue(@Nullable String unread) {
    return switch (unread) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default -> throw new DomainException.Invalid("unread", "error.wrongType");
    };
  }

  /** How many notices I have not read. */
  @Get("/unread-count")
  UnreadNotices count(Actor actor) {
    return new UnreadNotices(notices.countUnread(actor));
  }

  /** Marks a notice as read. */
  @Post("/{id}/read")
  @Status(HttpStatus.NO_CONTENT)
  void markRead(Actor actor, UUID id) {
    notices.markRead(actor, id);
  }

  /** Marks notices as read that were shown. */
  @Post("/read")
  UnreadNotices markShown(Actor actor, @Body ShownNotices request) {
    notices.markRead(actor, request.ids());
    return count(actor);
  }

  /** How many are unread. */
  @Serdeable
  record UnreadNotices(long total) {}

  /**
   * What has been seen.
   *
   * @param ids of the notices, at most 200
   */
  @Serdeable
  record ShownNotices(@Nullable List<UUID> ids) {}
}
