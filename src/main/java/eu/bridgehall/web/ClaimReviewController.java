package eu.bridgehall.web;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.profiles.Claim;
import eu.bridgehall.profiles.ClaimCase;
import eu.bridgehall.profiles.Claims;
import eu.bridgehall.profiles.Entitlement;
import eu.bridgehall.profiles.model.ClaimKind;
import eu.bridgehall.profiles.model.ClaimState;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The claims that wait for a decision: of owners, of an association, of the secretariat. */
@Hidden
@Controller(Addresses.REVIEW_CLAIMS)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ClaimReviewController {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("grant", "claims.decide", "reason", "claims.reason");

  private final Pages pages;
  private final Claims claims;
  private final People people;
  private final Countries countries;
  private final QueueMarks marks;
  private final Messages messages;

  ClaimReviewController(
      Pages pages,
      Claims claims,
      People people,
      Countries countries,
      QueueMarks marks,
      Messages messages) {
    this.pages = pages;
    this.claims = claims;
    this.people = people;
    this.countries = countries;
    this.marks = marks;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable Integer offset) {
    PageRequest asked =
        PageRequest.of(
            offset, ClaimPageController.PAGE, ClaimPageController.PAGE, ClaimPageController.PAGE);
    ClaimListView view =
        ClaimPageController.view(claims.listWaiting(actor, asked), asked, Addresses.REVIEW_CLAIMS);
    return pages.page(request, actor, "claims/queue", Map.of("view", view));
  }

  @Get("/{id}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, Locale language, UUID id) {
    return page(
        request, actor, language, HttpStatus.OK, id, ClaimDecisionForm.NOTHING, FormErrors.NONE);
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> decide(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body ClaimDecisionForm form) {
    try {
      Claim decided = claims.decide(actor, id, form.decision());
      return Pages.to(Addresses.REVIEW_CLAIMS, "claim-" + decided.state());
    } catch (DomainException.Invalid | Conflict refusal) {
      FormErrors errors =
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language);
      HttpStatus status = ProblemFactory.status(refusal);
      return page(request, actor, language, status, id, form, errors);
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      UUID id,
      ClaimDecisionForm form,
      FormErrors errors) {
    ClaimCase it = claims.getCase(actor, id);
    Claim claim = it.claim();
    ClaimCaseView view =
        new ClaimCaseView(
            it,
            claim.claimantName().isEmpty()
                ? messages.text(language, "claims.nobody", Map.of())
                : claim.claimantName(),
            countries.find(claim.country()).map(c -> c.name(language)).orElse(""),
            authors(people, it.notes()),
            form,
            errors,
            it.reviewed() && ClaimState.OPEN.id().equals(claim.state())
                ? marks.of(
                    actor,
                    ClaimKind.DISPUTE.id().equals(claim.kind())
                        ? WaitingKind.DISPUTE
                        : WaitingKind.CLAIM,
                    id,
                    Addresses.REVIEW_CLAIMS + "/" + id)
                : null);
    return pages.page(request, actor, status, "claims/case", Map.of("view", view));
  }

  /** Who has written notes, by the ids of those whose account there still is. */
  static Map<UUID, String> authors(People people, List<Entitlement.Note> notes) {
    return people
        .findAll(notes.stream().map(Entitlement.Note::personId).distinct().toList())
        .values()
        .stream()
        .collect(Collectors.toMap(Person::id, Person::name));
  }
}
