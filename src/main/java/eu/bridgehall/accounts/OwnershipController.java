package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an authority comes to another owner. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OwnershipController {
  private static final String HERE = "/authorities/{authorityId}/ownership";
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private final Ownerships ownerships;

  OwnershipController(Ownerships ownerships) {
    this.ownerships = ownerships;
  }

  /** The offers and requests that are open. */
  @Get(HERE)
  Page<ChangeResponse> list(Actor actor, UUID authorityId) {
    return Page.of(ownerships.list(actor, authorityId).stream().map(ChangeResponse::of).toList());
  }

  /** Hands over to another member, who must accept; to another owner at once. */
  @Post(HERE + "/offers")
  Offered offer(Actor actor, UUID authorityId, @Body NewOffer request) {
    return new Offered(ownerships.offer(actor, authorityId, request.to(), request.keeps()));
  }

  /** Accepts an offer. */
  @Post(HERE + "/{changeId}/acceptance")
  @Status(HttpStatus.NO_CONTENT)
  void accept(Actor actor, UUID authorityId, UUID changeId) {
    ownerships.accept(actor, authorityId, changeId);
  }

  /** Declines an offer. */
  @Post(HERE + "/{changeId}/refusal")
  @Status(HttpStatus.NO_CONTENT)
  void decline(Actor actor, UUID authorityId, UUID changeId) {
    ownerships.decline(actor, authorityId, changeId);
  }

  /** Takes one's own offer or request back. */
  @Delete(HERE + "/{changeId}")
  @Status(HttpStatus.NO_CONTENT)
  void withdraw(Actor actor, UUID authorityId, UUID changeId) {
    ownerships.withdraw(actor, authorityId, changeId);
  }

  /** A member asks to be made owner, because the owner is gone. */
  @Post(HERE + "/requests")
  @Status(HttpStatus.CREATED)
  Asked ask(Actor actor, UUID authorityId, @Body NewRequest request) {
    return new Asked(ownerships.ask(actor, authorityId, request.text()));
  }

  /** Decides about a request; for owners, the association of the country and the secretariat. */
  @Post(HERE + "/{changeId}/decision")
  @Status(HttpStatus.NO_CONTENT)
  void decide(Actor actor, UUID authorityId, UUID changeId, @Body Decision request) {
    ownerships.decide(actor, authorityId, changeId, request.grant(), request.text());
  }

  /**
   * Makes a member owner unasked where no owner is there who can sign in; for the association of
   * the country and the secretariat.
   */
  @Post(HERE + "/appointments")
  @Status(HttpStatus.NO_CONTENT)
  void appoint(Actor actor, UUID authorityId, @Body Appointment request) {
    ownerships.appoint(
        actor,
        authorityId,
        request.person(),
        request.text(),
        Boolean.TRUE.equals(request.replaces()));
  }

  /** The requests that wait; of one's country for an association, of all for the secretariat. */
  @Get("/review/ownership")
  Page<ChangeResponse> queue(
      Actor actor, @Nullable @QueryValue Integer offset, @Nullable @QueryValue Integer limit) {
    return ownerships
        .listRequests(actor, PageRequest.of(offset, limit, DEFAULT_LIMIT, MAX_LIMIT))
        .map(ChangeResponse::of);
  }

  /**
   * An offer or a request.
   *
   * @param giver who offers; null where somebody asks, as is {@code keeps}
   * @param taker who is owner then
   * @param endsAt when an offer is over that nobody has answered; null for a request
   */
  @Serdeable
  record ChangeResponse(
      UUID id,
      UUID authorityId,
      @Schema(implementation = OwnershipKind.class) String kind,
      @Nullable UUID giver,
      @Nullable @Schema(implementation = MemberRole.class) String keeps,
      UUID taker,
      String takerName,
      @Nullable String text,
      Instant at,
      @Nullable Instant endsAt) {
    static ChangeResponse of(OwnershipChange c) {
      MemberRole keeps = c.keeps();
      return new ChangeResponse(
          c.id(),
          c.authority(),
          c.kind().id(),
          c.giver(),
          keeps == null ? null : keeps.id(),
          c.taker(),
          c.takerName(),
          c.text(),
          c.at(),
          c.endsAt());
    }
  }

  /**
   * To whom to hand over.
   *
   * @param keeps the role that the giver has then: editor or viewer
   */
  @Serdeable
  record NewOffer(
      @Nullable UUID to, @Nullable @Schema(implementation = MemberRole.class) String keeps) {}

  /**
   * What came of it.
   *
   * @param done whether it is handed over; else the other must accept
   */
  @Serdeable
  record Offered(boolean done) {}

  /** Why somebody asks. */
  @Serdeable
  record NewRequest(@Nullable String text) {}

  /** The request. */
  @Serdeable
  record Asked(UUID id) {}

  /** What is decided, and why. */
  @Serdeable
  record Decision(@Nullable Boolean grant, @Nullable String text) {}

  /**
   * Who is owner from now on, and why.
   *
   * @param replaces whether the present owners are editors then
   */
  @Serdeable
  record Appointment(@Nullable UUID person, @Nullable String text, @Nullable Boolean replaces) {}
}
