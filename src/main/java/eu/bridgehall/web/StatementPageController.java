package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.Appeals;
import eu.bridgehall.moderation.Corrections;
import eu.bridgehall.moderation.StatementResponse;
import eu.bridgehall.moderation.Statements;
import eu.bridgehall.moderation.TextRequest;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
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
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of the secretariat that concern the reader, her appeal against one, and what she
 * has corrected.
 */
@Hidden
@Controller("/decisions")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class StatementPageController {
  private static final int PAGE = 20;
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "text", "moderation.appeal.text",
          "content", "decisions.correct.content",
          "note", "decisions.correct.note");

  private final Pages pages;
  private final Statements statements;
  private final Appeals appeals;
  private final Corrections corrections;
  private final Messages messages;

  StatementPageController(
      Pages pages,
      Statements statements,
      Appeals appeals,
      Corrections corrections,
      Messages messages) {
    this.pages = pages;
    this.statements = statements;
    this.appeals = appeals;
    this.corrections = corrections;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<StatementResponse> found = statements.list(actor, asked);
    return pages.page(
        request,
        actor,
        "moderation/own",
        Map.of(
            "statements", found.items(), "pager", Pager.of(Addresses.OWN_DECISIONS, asked, found)));
  }

  /** The statement of reasons. */
  @Get("/{id}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, UUID id) {
    return page(request, actor, HttpStatus.OK, id, StatementForm.EMPTY, FormErrors.NONE);
  }

  /** Appeals. */
  @Post("/{id}/appeal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> appeal(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body String body) {
    StatementForm form = StatementForm.of(Sent.of(body));
    return send(
        request,
        actor,
        language,
        id,
        form,
        () -> appeals.appeal(actor, id, new TextRequest(form.text())),
        "appeal-made");
  }

  /** Corrects what is hidden, or says that it has been corrected. */
  @Post("/{id}/correction")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> correct(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body String body) {
    StatementForm form = StatementForm.of(Sent.of(body));
    return send(
        request,
        actor,
        language,
        id,
        form,
        () -> corrections.correct(actor, id, form.correction()),
        "correction-made");
  }

  private MutableHttpResponse<Object> send(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      StatementForm form,
      Supplier<StatementResponse> step,
      String done) {
    try {
      return Pages.to(Addresses.OWN_DECISIONS + "/" + step.get().id(), done);
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

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID id,
      StatementForm form,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "moderation/statement",
        Map.of(
            "it",
            statements.get(actor, id),
            "appealTo",
            Addresses.OWN_DECISIONS + "/" + id + "/appeal",
            "own",
            true,
            "form",
            form,
            "errors",
            errors));
  }
}
