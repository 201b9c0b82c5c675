package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.VersionTag;
import eu.bridgehall.profiles.model.ClaimState;
import eu.bridgehall.profiles.model.ProfileStatus;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
class AuthorityController {
  private static final int LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private final ProfileStart start;
  private final ProfileReview review;
  private final Claims claims;
  private final ProfileViews views;

  AuthorityController(ProfileStart start, ProfileReview review, Claims claims, ProfileViews views) {
    this.start = start;
    this.review = review;
    this.claims = claims;
    this.views = views;
  }

  /**
   * Starts the profile of an authority from its place; the person becomes its owner. A place that
   * is taken is answered with 409 and the authority that has it, which can be claimed.
   */
  @Post("/authorities")
  @Status(HttpStatus.CREATED)
  HttpResponse<ProfileView> start(Actor actor, Locale locale, @Body StartAuthority request) {
    Profile profile = start.start(actor, request);
    return HttpResponse.created(
            views.viewOfOwner(profile, locale), URI.create("/api/v1/profiles/" + profile.id()))
        .header(HttpHeaders.ETAG, VersionTag.of(profile.version()));
  }

  /**
   * The authorities I act for; for an association those of its country, for the secretariat all.
   */
  @Get("/authorities")
  Page<ProfileItem> list(
      Actor actor,
      @Nullable @QueryValue String country,
      @Nullable @QueryValue @Schema(implementation = ProfileStatus.class) String status,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return review.listAuthorities(
        actor, country, status, PageRequest.of(offset, limit, LIMIT, MAX_LIMIT));
  }

  /** The profiles that wait to be confirmed, the longest-waiting first. */
  @Get("/review/profiles")
  Page<ProfileItem> queue(
      Actor actor,
      @Nullable @QueryValue String country,
      @Nullable @QueryValue @Schema(implementation = ProfileStatus.class) String status,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return review.listQueue(
        actor, country, status, PageRequest.of(offset, limit, LIMIT, MAX_LIMIT));
  }

  /** Asks to act for an authority that others have registered. */
  @Post("/claims")
  @Status(HttpStatus.CREATED)
  HttpResponse<Claim> claim(Actor actor, @Body ClaimRequest request) {
    return HttpResponse.created(claims.claim(actor, request));
  }

  /** The claims that I have made or can decide, the oldest first. */
  @Get("/claims")
  Page<Claim> claims(
      Actor actor,
      @Nullable @QueryValue @Schema(implementation = ClaimState.class) String state,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return claims.list(actor, state, PageRequest.of(offset, limit, LIMIT, MAX_LIMIT));
  }

  /** Grants or refuses a claim. */
  @Post("/claims/{id}/decision")
  HttpResponse<Claim> decide(Actor actor, UUID id, @Body ClaimDecision decision) {
    return HttpResponse.ok(claims.decide(actor, id, decision));
  }
}
