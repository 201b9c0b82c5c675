package eu.bridgehall.web;

import eu.bridgehall.accounts.People;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Entitlement;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileItem;
import eu.bridgehall.profiles.ProfileReview;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.ReasonRequest;
import eu.bridgehall.profiles.model.NoteKind;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ReviewReason;
import eu.bridgehall.reference.Countries;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of submitted profiles, for associations and the secretariat. */
@Hidden
@Controller("/review")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReviewPageController {
  private static final int PAGE = 20;

  /** Why a submitted profile can be returned: nothing of it is old or settled yet. */
  private static final List<ReviewReason> RETURNS =
      List.of(
          ReviewReason.NOT_ENTITLED,
          ReviewReason.INCOMPLETE,
          ReviewReason.WRONG_PLACE,
          ReviewReason.DUPLICATE,
          ReviewReason.CONTENT,
          ReviewReason.MERGED,
          ReviewReason.OTHER);

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "reasons",
          "review.reasons",
          "text",
          "review.text",
          "noteKind",
          "review.notes.kind",
          "noteText",
          "review.notes.text");

  private final Pages pages;
  private final ProfileReview review;
  private final Profiles profiles;
  private final People people;
  private final Countries countries;
  private final QueueMarks marks;
  private final Messages messages;

  ReviewPageController(
      Pages pages,
      ProfileReview review,
      Profiles profiles,
      People people,
      Countries countries,
      QueueMarks marks,
      Messages messages) {
    this.pages = pages;
    this.review = review;
    this.profiles = profiles;
    this.people = people;
    this.countries = countries;
    this.marks = marks;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<ProfileItem> found = review.listQueue(actor, null, null, asked);
    Map<String, Object> model = new HashMap<>();
    model.put("items", found.items());
    model.put("total", found.total());
    model.put("countries", countries);
    model.put("pager", Pager.of(Addresses.REVIEW, asked, found));
    return pages.page(request, actor, "review/list", model);
  }

  @Get("/profiles/{id}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, Locale language, UUID id) {
    return page(request, actor, language, HttpStatus.OK, id, Sent.NOTHING);
  }

  /** Notes what was done to find out who is entitled. */
  @Post("/profiles/{id}/notes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> note(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body NoteForm form) {
    try {
      review.addNote(actor, id, form.request());
      return Pages.to(Addresses.REVIEW + "/profiles/" + id, "note-added");
    } catch (DomainException.Invalid refusal) {
      FormErrors errors =
          FormErrors.of(refusal, messages, language)
              .named(NoteForm::nameOf, field -> 0, field -> Optional.empty())
              .labelled(LABELS, messages, language);
      HttpStatus status = ProblemFactory.status(refusal);
      return page(request, actor, language, status, id, new Sent(ReviewForm.NOTHING, form, errors));
    }
  }

  @Post("/profiles/{id}/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> confirm(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body ReviewForm form) {
    return decide(request, actor, language, id, form, ProfileAction.CONFIRM);
  }

  @Post("/profiles/{id}/return")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> giveBack(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body ReviewForm form) {
    return decide(request, actor, language, id, form, ProfileAction.RETURN);
  }

  private MutableHttpResponse<Object> decide(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      ReviewForm form,
      ProfileAction action) {
    try {
      profiles.step(
          actor,
          id,
          form.version() == null ? 0 : form.version(),
          action,
          action == ProfileAction.CONFIRM ? null : new ReasonRequest(form.reasons(), form.text()));
      return Pages.to(Addresses.REVIEW, "profile-" + action.id());
    } catch (DomainException.Invalid | DomainException.Stale | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          id,
          new Sent(
              form,
              NoteForm.NOTHING,
              FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language)));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request, Actor actor, Locale language, HttpStatus status, UUID id, Sent sent) {
    Profile profile = profiles.getWhole(actor, id);
    Entitlement entitlement = review.entitlement(actor, id);
    ReviewView view =
        new ReviewView(
            profile,
            countries.find(profile.country()).map(c -> c.name(language)).orElse(""),
            entitlement,
            ClaimReviewController.authors(people, entitlement.notes()),
            profile.version(),
            RETURNS.stream().map(ReviewReason::id).toList(),
            Arrays.stream(NoteKind.values()).map(NoteKind::id).toList(),
            sent.decision(),
            sent.note(),
            sent.errors(),
            marks.of(actor, profile.waitsAs(), id, Addresses.REVIEW + "/profiles/" + id));
    return pages.page(request, actor, status, "review/profile", Map.of("view", view));
  }

  /** What was sent and what is wrong with it. */
  private record Sent(ReviewForm decision, NoteForm note, FormErrors errors) {
    static final Sent NOTHING = new Sent(ReviewForm.NOTHING, NoteForm.NOTHING, FormErrors.NONE);
  }
}
