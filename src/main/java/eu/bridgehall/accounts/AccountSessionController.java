package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** The sessions of the person who asks. */
@Controller("/api/v1/account/sessions")
@Secured(SecurityRule.IS_AUTHENTICATED)
class AccountSessionController {
  private final Sessions sessions;

  AccountSessionController(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The open ones, last used first. */
  @Get
  Page<SessionResponse> list(Actor actor) {
    return Page.of(
        sessions.list(actor).stream()
            .map(
                s ->
                    new SessionResponse(
                        s.id(),
                        s.createdAt(),
                        s.lastSeen(),
                        s.network(),
                        s.client(),
                        s.id().equals(actor.sessionId())))
            .toList());
  }

  /** Ends one of them. */
  @Delete("/{sessionId}")
  @Status(HttpStatus.NO_CONTENT)
  void end(Actor actor, UUID sessionId) {
    sessions.end(actor, sessionId);
  }

  /**
   * A session.
   *
   * @param network from which it was opened, shortened
   * @param client what the browser or program called itself
   * @param current whether it is the one that this request came in
   */
  @Serdeable
  record SessionResponse(
      UUID id,
      Instant createdAt,
      Instant lastSeen,
      String network,
      String client,
      boolean current) {}
}
