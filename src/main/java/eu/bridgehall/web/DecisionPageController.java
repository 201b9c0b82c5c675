package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.AppealAnswer;
import eu.bridgehall.moderation.Appeals;
import eu.bridgehall.moderation.CorrectionAnswer;
import eu.bridgehall.moderation.Corrections;
import eu.bridgehall.moderation.DecisionResponse;
import eu.bridgehall.moderation.Decisions;
import eu.bridgehall.moderation.TextRequest;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.platform.waiting.WaitingKind;
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
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions, appeals and corrections, for the secretariat: agreed to, lifted, judged. */
@Hidden
@Controller("/moderation")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class DecisionPageController {
  private static final int PAGE = 20;
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "text", "moderation.why",
          "outcome", "moderation.appeal.outcome",
          "answer", "moderation.appeal.answer");

  private final Pages pages;
  private final Decisions decisions;
  private final Appeals appeals;
  private final Corrections corrections;
  private final QueueMarks marks;
  private final Messages messages;

  DecisionPageController(
      Pages pages,
      Decisions decisions,
      Appeals appeals,
      Corrections corrections,
      QueueMarks marks,
      Messages messages) {
    this.pages = pages;
    this.decisions = decisions;
    this.appeals = appeals;
    this.corrections = corrections;
    this.marks = marks;
    this.messages = messages;
  }

  /**
   * The decisions.
   *
   * @param status only those of this status; all where it is missing
   */
  @Get("/decisions")
  MutableHttpResponse<Object> list(
      HttpRequest<?> request,
      Actor actor,
      @QueryValue @Nullable String status,
      @QueryValue @Nullable Integer offset) {
    String chosen = Coded.find(DecisionStatus.class, status).map(Coded::id).orElse(null);
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<DecisionResponse> found = decisions.list(actor, chosen, asked);
    String address = Addresses.DECISIONS + (chosen == null ? "" : "?status=" + chosen);
    return pages.page(
        request,
        actor,
        "moderation/decisions",
        Map.of(
            "decisions",
            found.items(),
            "status",
            Objects.requireNonNullElse(chosen, ""),
            "pager",
            Pager.of(address, asked, found)));
  }

  /** A decision, with what the reader can do about it. */
  @Get("/decisions/{id}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, UUID id) {
    return page(request, actor, HttpStatus.OK, id, DecisionStepForm.NOTHING, FormErrors.NONE);
  }

  /**
   * Agrees as the second moderator, does not agree, ends a decision before its term, or answers a
   * correction.
   */
  @Post("/decisions/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> step(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body DecisionStepForm form) {
    decisions.get(actor, id); // who asks comes before what is asked
    String step = form.step() == null ? "" : form.step();
    try {
      switch (step) {
        case "confirm" -> decisions.confirm(actor, id);
        case "decline" -> decisions.decline(actor, id, new TextRequest(form.text()));
        case "lift" -> decisions.lift(actor, id, new TextRequest(form.text()));
        case "answer" ->
            corrections.answer(actor, id, new CorrectionAnswer(form.outcome(), form.answer()));
        default -> throw new DomainException.Invalid("step", "error.wrongType");
      }
      return Pages.to(Addresses.decision(id), "decision-" + step);
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          id,
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  /**
   * The appeals.
   *
   * @param decided those that were decided; those that are open where it is missing
   */
  @Get("/appeals")
  MutableHttpResponse<Object> appeals(
      HttpRequest<?> request,
      Actor actor,
      @QueryValue @Nullable Boolean decided,
      @QueryValue @Nullable Integer offset) {
    boolean open = !Boolean.TRUE.equals(decided);
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<DecisionResponse> found = appeals.list(actor, open, asked);
    return pages.page(
        request,
        actor,
        "moderation/appeals",
        Map.of(
            "decisions",
            found.items(),
            "open",
            open,
            "pager",
            Pager.of(Addresses.APPEALS + (open ? "" : "?decided=true"), asked, found)));
  }

  /** Decides an appeal. */
  @Post("/appeals/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> judge(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body DecisionStepForm form) {
    UUID decision = appeals.decisionOf(actor, id);
    try {
      appeals.decide(actor, id, new AppealAnswer(form.outcome(), form.answer()));
      return Pages.to(Addresses.decision(decision), "appeal-decided");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          decision,
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID id,
      DecisionStepForm form,
      FormErrors errors) {
    DecisionResponse it = decisions.get(actor, id);
    boolean second = decisions.mayConfirm(actor, id);
    boolean judges = appeals.mayDecide(actor, id);
    boolean answers = corrections.mayAnswer(actor, id);
    Map<WaitingKind, Boolean> waits = new EnumMap<>(WaitingKind.class);
    waits.put(WaitingKind.SECOND_OPINION, second);
    waits.put(WaitingKind.APPEAL, judges);
    waits.put(WaitingKind.CORRECTION, answers);
    return pages.page(
        request,
        actor,
        status,
        "moderation/decision",
        Map.of(
            "it",
            it,
            "second",
            second,
            "lifts",
            decisions.mayLift(actor, id),
            "judges",
            judges,
            "answers",
            answers,
            "marks",
            waits.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(e -> marks.of(actor, e.getKey(), id, Addresses.decision(id)))
                .toList(),
            "form",
            form,
            "errors",
            errors));
  }
}
