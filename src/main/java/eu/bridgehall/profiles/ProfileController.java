package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.VersionTag;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfilePart;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/profiles/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ProfileController {
  private static final int LIMIT = 100;
  private static final int MAX_LIMIT = 500;

  /** The steps that have an address; the others are taken by editing, a decision or the service. */
  private static final Map<String, ProfileAction> STEPS =
      Map.of(
          "submit", ProfileAction.SUBMIT,
          "withdraw", ProfileAction.WITHDRAW,
          "confirm", ProfileAction.CONFIRM,
          "return", ProfileAction.RETURN,
          "pause", ProfileAction.PAUSE,
          "resume", ProfileAction.RESUME,
          "archive", ProfileAction.ARCHIVE,
          "reconfirm", ProfileAction.RECONFIRM);

  private final Profiles profiles;
  private final ProfileReview review;
  private final ProfileViews views;
  private final ProfilePatch patch;

  ProfileController(
      Profiles profiles, ProfileReview review, ProfileViews views, ProfilePatch patch) {
    this.profiles = profiles;
    this.review = review;
    this.views = views;
    this.patch = patch;
  }

  /** What the reader may see of a profile; 404 also where she may see nothing of it. */
  @Get
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<ProfileView> get(Actor actor, Locale locale, UUID id) {
    Profiles.Seen seen = profiles.get(actor, id);
    return HttpResponse.ok(views.view(actor, seen.profile(), seen.part(), locale))
        .header(HttpHeaders.ETAG, VersionTag.of(seen.profile().version()))
        // what is answered depends on who asks
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  /** Puts another content in the place of what is there; what is left out is empty. */
  @Put
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProfileContent.class)))
  HttpResponse<ProfileView> put(
      Actor actor,
      Locale locale,
      UUID id,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
      @Body JsonNode content) {
    return answer(
        actor,
        locale,
        profiles.edit(actor, id, VersionTag.required(ifMatch), before -> patch.read(content)));
  }

  /** Changes the fields that are sent (JSON merge patch, RFC 7396). */
  @Patch
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProfileContent.class)))
  @Consumes({"application/json", "application/merge-patch+json"})
  HttpResponse<ProfileView> patch(
      Actor actor,
      Locale locale,
      UUID id,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
      @Body JsonNode changes) {
    return answer(
        actor,
        locale,
        profiles.edit(
            actor, id, VersionTag.required(ifMatch), before -> patch.apply(before, changes)));
  }

  /** How complete the profile is and what would raise it. */
  @Get("/completeness")
  Completeness completeness(Actor actor, UUID id) {
    ProfileContent content = profiles.getWhole(actor, id).content();
    return new Completeness(
        ProfileCompleteness.score(content),
        ProfileCompleteness.items(content),
        ProfileCompleteness.missing(content));
  }

  /**
   * Takes a step: submit, withdraw, confirm, return, pause, resume, archive or reconfirm. What only
   * a decision of the secretariat does has no address here: a profile is reported instead.
   */
  @Post("/{step}")
  HttpResponse<ProfileView> step(
      Actor actor,
      Locale locale,
      UUID id,
      String step,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
      @Nullable @Body ReasonRequest reason) {
    ProfileAction action = STEPS.get(step);
    if (action == null) {
      throw new NotFound("error.http.404");
    }
    return answer(
        actor, locale, profiles.step(actor, id, VersionTag.required(ifMatch), action, reason));
  }

  /** Every step and change, the first first. */
  @Get("/history")
  Page<ProfileStep> history(
      Actor actor,
      UUID id,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return profiles.history(actor, id, PageRequest.of(offset, limit, LIMIT, MAX_LIMIT));
  }

  /** What speaks for those who act for the authority. */
  @Get("/entitlement")
  Entitlement entitlement(Actor actor, UUID id) {
    return review.entitlement(actor, id);
  }

  /** Notes a call back or a letter. */
  @Post("/entitlement-notes")
  @Status(HttpStatus.CREATED)
  HttpResponse<Entitlement.Note> addNote(Actor actor, UUID id, @Body NoteRequest request) {
    return HttpResponse.created(review.addNote(actor, id, request));
  }

  private HttpResponse<ProfileView> answer(Actor actor, Locale locale, Profile profile) {
    return HttpResponse.ok(views.view(actor, profile, ProfilePart.ALL, locale))
        .header(HttpHeaders.ETAG, VersionTag.of(profile.version()));
  }
}
