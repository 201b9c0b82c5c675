package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails that could not be delivered, for administrators. */
@Controller("/api/v1/admin/mails")
@Secured("ADMINISTRATOR")
class DeadMailController {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private final DeadMails mails;

  DeadMailController(DeadMails mails) {
    this.mails = mails;
  }

  /** Mails that were given up, the last first. */
  @Get
  Page<DeadMail> list(
      Actor actor, @Nullable @QueryValue Integer offset, @Nullable @QueryValue Integer limit) {
    return mails.list(actor, PageRequest.of(offset, limit, DEFAULT_LIMIT, MAX_LIMIT));
  }

  /** Tries a mail again. */
  @Post("/{id}/retry")
  @Status(HttpStatus.NO_CONTENT)
  void retry(Actor actor, UUID id) {
    mails.retry(actor, id);
  }

  /** Tries all mails again that were given up. */
  @Post("/retry")
  RetriedMails retryAll(Actor actor) {
    return mails.retryAll(actor);
  }

  /** Drops a mail: it is never sent. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void drop(Actor actor, UUID id) {
    mails.drop(actor, id);
  }
}
