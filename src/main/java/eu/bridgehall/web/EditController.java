package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileStatus;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writing a profile step by step: a draft from one step to the next, a confirmed one each step by
 * itself. A step saves its own parts and leaves what was written in the others.
 */
@Hidden
@Controller("/authorities/{id}/edit")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class EditController {
  private static final String SAVED = "profile-saved";

  /** What is told of a part that has fields of its own by the label of the field. */
  private static final Map<String, String> LABELS =
      Map.of(
          "wishes.countries", "authority.wish.countries",
          "wishes.regions", "edit.partners.regionsOf",
          "wishes.maxDistanceKm", "edit.partners.distance",
          "wishes.minPopulation", "edit.partners.min",
          "wishes.maxPopulation", "edit.partners.max",
          "wishes.traits", "edit.partners.traits",
          "wishes.musts", "edit.partners.musts",
          "contact.mailbox", "edit.contact.mailbox",
          "contact.name", "edit.contact.name",
          "contact.phone", "edit.contact.phone");

  private final Pages pages;
  private final Profiles profiles;
  private final EditViews views;
  private final StepViews steps;
  private final ManageViews manage;
  private final Messages messages;

  EditController(
      Pages pages,
      Profiles profiles,
      EditViews views,
      StepViews steps,
      ManageViews manage,
      Messages messages) {
    this.pages = pages;
    this.profiles = profiles;
    this.views = views;
    this.steps = steps;
    this.manage = manage;
    this.messages = messages;
  }

  /** Leads to the first step that is not done. */
  @Get
  MutableHttpResponse<Object> open(Actor actor, String id) {
    Profile profile = profiles.getWhole(actor, AuthorityPageController.id(id));
    return Pages.to(Addresses.edit(profile.id(), views.open(profile)));
  }

  /** A step; whoever may write it, but not now, is led to where that is told. */
  @Get("/{step}")
  MutableHttpResponse<Object> show(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      String id,
      String step,
      @QueryValue("as") @Nullable String as) {
    EditStep asked = EditStep.of(step);
    UUID authority = AuthorityPageController.id(id);
    profiles.permit(actor, authority, ProfileAction.EDIT);
    if (!profiles.allows(actor, authority, ProfileAction.EDIT)) {
      return Pages.to(Addresses.manage(authority));
    }
    Profile profile = profiles.getWhole(actor, authority);
    return asked == EditStep.CHECK
        ? check(request, actor, language, HttpStatus.OK, profile, as, FormErrors.NONE, false)
        : page(
            request,
            actor,
            language,
            HttpStatus.OK,
            profile,
            asked,
            form(asked, profile.content()),
            new Around(profile.version(), FormErrors.NONE, false, false));
  }

  /** The regions of a country, to be wished for, with those that are ticked already. */
  @Get("/partners/regions")
  MutableHttpResponse<Object> regions(
      HttpRequest<?> request, Actor actor, Locale language, String id) {
    profiles.permit(actor, AuthorityPageController.id(id), ProfileAction.EDIT);
    String query = request.getUri().getRawQuery();
    PartnersForm form = PartnersForm.of(Sent.of(query == null ? "" : query));
    return pages.page(
        request, actor, "edit/_regions", Map.of("view", steps.partners(form, language)));
  }

  /** Saves a step, or shows it again with what was typed. */
  @Post("/{step}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> save(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      String id,
      String step,
      @Body String body) {
    EditStep written = EditStep.of(step);
    UUID authority = AuthorityPageController.id(id);
    Sent sent = Sent.of(body);
    if (written == EditStep.CHECK) {
      return submit(request, actor, language, authority, sent);
    }
    profiles.permit(actor, authority, ProfileAction.EDIT);
    StepForm form = form(written, sent);
    String then = sent.one("then");
    if ("show".equals(then)) {
      return again(
          request,
          actor,
          language,
          HttpStatus.OK,
          authority,
          written,
          form,
          new Around(sent.version(), FormErrors.NONE, false, true));
    }
    try {
      Profile before = profiles.getWhole(actor, authority);
      if (before.version() != sent.version()) {
        throw new DomainException.Stale();
      }
      Profile after =
          profiles.change(actor, authority, sent.version(), form.changes(before.content()));
      return saved(actor, then, written, after);
    } catch (Invalid | DomainException.Stale | DomainException.Conflict refusal) {
      return again(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          authority,
          written,
          form,
          new Around(
              sent.version(),
              FormErrors.of(refusal, messages, language)
                  .named(
                      path -> field(form, written, path),
                      EditStep::place,
                      path -> name(path, language)),
              refusal instanceof DomainException.Stale,
              false));
    }
  }

  private MutableHttpResponse<Object> submit(
      HttpRequest<?> request, Actor actor, Locale language, UUID authority, Sent sent) {
    profiles.permit(actor, authority, ProfileAction.SUBMIT);
    try {
      if (!sent.has("agreed") && profiles.allows(actor, authority, ProfileAction.SUBMIT)) {
        throw new Invalid("agreed", "edit.check.agreeFirst");
      }
      profiles.step(actor, authority, sent.version(), ProfileAction.SUBMIT, null);
      return Pages.to(Addresses.manage(authority), "profile-submit");
    } catch (Invalid | DomainException.Stale | DomainException.Conflict refusal) {
      Profile profile = profiles.getWhole(actor, authority);
      FormErrors errors = FormErrors.of(refusal, messages, language);
      return check(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          profile,
          null,
          refusal instanceof Invalid && errors.at("agreed") == null
              ? new FormErrors(Map.of(), messages.text(language, "edit.check.incomplete"))
              : errors,
          refusal instanceof DomainException.Stale);
    }
  }

  private MutableHttpResponse<Object> saved(
      Actor actor, String then, EditStep step, Profile after) {
    if (after.status() == ProfileStatus.SUBMITTED && actor.authorities().containsKey(after.id())) {
      // members do not write what is submitted: they have changed the type or name just now
      return Pages.to(Addresses.manage(after.id()), "profile-resubmitted");
    }
    return switch (then) {
      case "later" -> Pages.to(Addresses.manage(after.id()), SAVED);
      case "stay" -> Pages.to(Addresses.edit(after.id(), step), SAVED);
      case "back" -> Pages.to(Addresses.edit(after.id(), step.previous().orElse(step)), SAVED);
      default -> Pages.to(Addresses.edit(after.id(), step.next().orElse(step)), SAVED);
    };
  }

  /**
   * What stands around a form, and how it is shown.
   *
   * @param version what was read: a form that is shown again still is about that one
   * @param stale whether somebody was faster, which is told, and with it the version of now
   * @param lookUp as in {@link StepViews#of}
   */
  private record Around(long version, FormErrors errors, boolean stale, boolean lookUp) {}

  /** The form once more; where it cannot be saved any more, what can be done instead. */
  private MutableHttpResponse<Object> again(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      UUID authority,
      EditStep step,
      StepForm form,
      Around around) {
    Profile now = profiles.getWhole(actor, authority);
    if (profiles.allows(actor, authority, ProfileAction.EDIT)) {
      return page(request, actor, language, status, now, step, form, around);
    }
    FormErrors waits =
        new FormErrors(
            Map.of(),
            messages.text(
                language,
                "profiles.step.conflict",
                Map.of("status", now.status().id(), "step", ProfileAction.EDIT.id())));
    return pages.page(
        request,
        actor,
        HttpStatus.CONFLICT,
        ManageController.PAGE,
        Map.of("view", manage.of(actor, authority, 0, waits, language)));
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      Profile profile,
      EditStep step,
      StepForm form,
      Around around) {
    long version = around.stale() ? profile.version() : around.version();
    return pages.page(
        request,
        actor,
        status,
        "edit/" + step.id(),
        Map.of(
            "edit", views.of(actor, profile, version, step, around.errors(), around.stale()),
            "view", steps.of(profile, form, around.lookUp(), language)));
  }

  private MutableHttpResponse<Object> check(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      Profile profile,
      @Nullable String as,
      FormErrors errors,
      boolean stale) {
    ProfilePart part =
        Coded.find(ProfilePart.class, as)
            .filter(p -> p != ProfilePart.NOTHING && p != ProfilePart.ALL)
            .orElse(ProfilePart.MEMBERS);
    return pages.page(
        request,
        actor,
        status,
        "edit/check",
        Map.of(
            "edit", views.of(actor, profile, profile.version(), EditStep.CHECK, errors, stale),
            "view", steps.check(actor, profile, part, language)));
  }

  /** What the reader calls the part that a path names. */
  private Optional<String> name(String path, Locale language) {
    return Optional.of(LABELS.getOrDefault(path, "edit.part." + EditStep.part(path)))
        .filter(messages::has)
        .map(key -> messages.text(language, key));
  }

  /** What belongs to another step, which only a change of the reference data can make wrong. */
  private static String field(StepForm form, EditStep step, String path) {
    String field = form.field(path);
    EditStep holder = EditStep.holding(path);
    return holder == step || holder == EditStep.CHECK ? field : "step";
  }

  private static StepForm form(EditStep step, ProfileContent content) {
    return switch (step) {
      case FACTS -> FactsForm.of(content);
      case THEMES -> ThemesForm.of(content);
      case PARTNERS -> PartnersForm.of(content);
      case TEXTS -> TextsForm.of(content);
      case CONTACT -> ContactForm.of(content);
      case CHECK -> throw new NotFound("error.http.404");
    };
  }

  private static StepForm form(EditStep step, Sent sent) {
    return switch (step) {
      case FACTS -> FactsForm.of(sent);
      case THEMES -> ThemesForm.of(sent);
      case PARTNERS -> PartnersForm.of(sent);
      case TEXTS -> TextsForm.of(sent);
      case CONTACT -> ContactForm.of(sent);
      case CHECK -> throw new NotFound("error.http.404");
    };
  }
}
