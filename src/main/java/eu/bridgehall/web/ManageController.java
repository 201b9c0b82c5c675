package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.ProfileAction;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of a profile as its members lead it, and its history. */
@Hidden
@Controller("/authorities/{id}/manage")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ManageController {
  /** What members do with a profile here; it is submitted where it was checked. */
  private static final Map<String, ProfileAction> STEPS =
      Map.of(
          "withdraw", ProfileAction.WITHDRAW,
          "pause", ProfileAction.PAUSE,
          "resume", ProfileAction.RESUME,
          "reconfirm", ProfileAction.RECONFIRM,
          "archive", ProfileAction.ARCHIVE);

  static final String PAGE = "manage/page";
  private static final String ARCHIVE = "manage/archive";

  /** Where a step may also be taken, and its reader stays. */
  private static final String DASHBOARD = "dashboard";

  private final Pages pages;
  private final ManageViews views;
  private final Profiles profiles;
  private final Restrictions restrictions;
  private final Messages messages;

  ManageController(
      Pages pages,
      ManageViews views,
      Profiles profiles,
      Restrictions restrictions,
      Messages messages) {
    this.pages = pages;
    this.views = views;
    this.profiles = profiles;
    this.restrictions = restrictions;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> show(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      String id,
      @QueryValue @Nullable Integer back) {
    int passed = back == null ? 0 : Math.clamp(back, 0, Integer.MAX_VALUE / 2);
    UUID authority = AuthorityPageController.id(id);
    return pages.page(
        request,
        actor,
        PAGE,
        Map.of("view", views.of(actor, authority, passed, FormErrors.NONE, language)));
  }

  /** Asks once more before a profile is closed for good. */
  @Get("/archive")
  MutableHttpResponse<Object> beforeArchive(
      HttpRequest<?> request, Actor actor, Locale language, String id) {
    UUID authority = AuthorityPageController.id(id);
    ManageView view = views.of(actor, authority, 0, FormErrors.NONE, language);
    if (!view.steps().contains(ProfileAction.ARCHIVE.id())) {
      throw new Forbidden("profiles.step.forbidden");
    }
    restrictions.mustClose(authority);
    return pages.page(request, actor, ARCHIVE, Map.of("view", view));
  }

  @Post("/{step}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> take(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      String id,
      String step,
      @Body String body) {
    ProfileAction action = STEPS.get(step);
    if (action == null) {
      throw new NotFound("error.http.404");
    }
    UUID authority = AuthorityPageController.id(id);
    profiles.permit(actor, authority, action);
    Sent sent = Sent.of(body);
    try {
      if (action == ProfileAction.ARCHIVE && !sent.has("sure")) {
        throw new Invalid("sure", "manage.archive.sureFirst");
      }
      profiles.step(actor, authority, sent.version(), action, null);
      String next =
          DASHBOARD.equals(sent.one("from")) ? "/" + DASHBOARD : Addresses.manage(authority);
      return Pages.to(next, "profile-" + action.id());
    } catch (Invalid | DomainException.Stale | DomainException.Conflict refusal) {
      HttpStatus status = ProblemFactory.status(refusal);
      FormErrors errors = FormErrors.of(refusal, messages, language);
      ManageView view = views.of(actor, authority, 0, errors, language);
      boolean sureFirst = errors.at("sure") != null;
      return pages.page(request, actor, status, sureFirst ? ARCHIVE : PAGE, Map.of("view", view));
    }
  }
}
