package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimited;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileStart;
import eu.bridgehall.profiles.StartAuthority;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first step of a registration: a town is found and chosen, and its profile begins. */
@Hidden
@Controller(Addresses.REGISTER)
@Produces(MediaType.TEXT_HTML)
class RegisterController {
  private final Pages pages;
  private final RegisterViews views;
  private final Places places;
  private final ProfileStart start;
  private final Messages messages;

  RegisterController(
      Pages pages, RegisterViews views, Places places, ProfileStart start, Messages messages) {
    this.pages = pages;
    this.views = views;
    this.places = places;
    this.start = start;
    this.messages = messages;
  }

  /** The search for the town, and while its name is typed what is found. */
  @Get
  @Secured(SecurityRule.IS_ANONYMOUS)
  @RateLimited("public-search")
  MutableHttpResponse<Object> find(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable String q) {
    RegisterView view = views.find(actor, q == null ? "" : q.strip(), language);
    return pages.page(
        request,
        actor,
        view.errors().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
        Pages.wantsPart(request) ? "register/_towns" : "register/page",
        Map.of("view", view));
  }

  /** The town that was chosen; whoever has not signed in does so first and comes back. */
  @Get("/{place}")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  MutableHttpResponse<Object> choose(
      HttpRequest<?> request, Actor actor, Locale language, String place) {
    return page(request, actor, language, HttpStatus.OK, place(place), null, FormErrors.NONE);
  }

  /** Starts the draft; whoever does owns it. */
  @Post("/{place}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(SecurityRule.IS_AUTHENTICATED)
  MutableHttpResponse<Object> start(
      HttpRequest<?> request, Actor actor, Locale language, String place, @Body String body) {
    Place chosen = place(place);
    String type = Sent.of(body).one("type");
    try {
      Profile profile =
          start.start(actor, new StartAuthority(chosen.id(), null, type.isEmpty() ? null : type));
      return Pages.to(Addresses.edit(profile.id(), EditStep.FACTS), "profile-started");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      // who has the place is told below, with the way on
      boolean taken = "profiles.placeTaken".equals(refusal.key());
      FormErrors errors =
          taken
              ? new FormErrors(Map.of(), messages.text(language, "register.taken"))
              : FormErrors.of(refusal, messages, language);
      return page(request, actor, language, ProblemFactory.status(refusal), chosen, type, errors);
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      Place place,
      @Nullable String type,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "register/town",
        Map.of("view", views.chosen(actor, place, type, errors, language)));
  }

  private Place place(String id) {
    if (!id.matches("\\d{1,12}")) {
      throw new NotFound("error.placeUnknown");
    }
    return places.get(Long.parseLong(id));
  }
}
