package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.messaging.ConversationResponse;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.ConversationStart;
import eu.bridgehall.messaging.ConversationSteps;
import eu.bridgehall.messaging.MessageEdits;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.moderation.ReportReason;
import eu.bridgehall.moderation.Reports;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimited;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins conversations, and what is done about them beside writing. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConversationStepController {
  private static final String ROOT = "/conversations/";
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "from", "conversations.writeFor",
          "to", "conversations.to",
          "subject", "conversations.subject",
          "reason", "conversations.report.reason",
          "text", "conversations.write");

  private final Pages pages;
  private final ConversationService conversations;
  private final ConversationStart start;
  private final ConversationSteps steps;
  private final MessageEdits edits;
  private final Reports reports;
  private final Messages messages;

  ConversationStepController(
      Pages pages,
      ConversationService conversations,
      ConversationStart start,
      ConversationSteps steps,
      MessageEdits edits,
      Reports reports,
      Messages messages) {
    this.pages = pages;
    this.conversations = conversations;
    this.start = start;
    this.steps = steps;
    this.edits = edits;
    this.reports = reports;
    this.messages = messages;
  }

  /**
   * The form that begins a conversation.
   *
   * @param from for which organisation; the first of hers where it is missing
   * @param to whom she has come to write to
   */
  @Get("/conversations/new")
  MutableHttpResponse<Object> begin(
      HttpRequest<?> request,
      Actor actor,
      @QueryValue @Nullable UUID from,
      @QueryValue @Nullable UUID to) {
    BeginForm form =
        new BeginForm(from, to == null ? List.of() : List.of(to), "", "", Ids.next().toString());
    return pages.page(
        request,
        actor,
        "conversations/new",
        Map.of("view", view(actor, form, to, FormErrors.NONE)));
  }

  /** Begins a conversation. */
  @Post("/conversations/new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> begin(
      HttpRequest<?> request, Actor actor, Locale language, @Body BeginForm form) {
    try {
      return Pages.to(ROOT + start.start(actor, form.request(), form.key()).id());
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      UUID first = form.to() == null || form.to().isEmpty() ? null : form.to().getFirst();
      return pages.page(
          request,
          actor,
          ProblemFactory.status(refusal),
          "conversations/new",
          Map.of("view", view(actor, form.again(), first, errors(refusal, language))));
    }
  }

  private BeginView view(Actor actor, BeginForm form, @Nullable UUID named, FormErrors errors) {
    List<Party> own = start.listOwn(actor);
    Party from =
        own.stream()
            .filter(p -> form.from() == null || p.id().equals(form.from()))
            .findFirst()
            .orElseThrow(() -> new DomainException.Forbidden("conversations.nobody"));
    List<Option> reachable =
        start.listReachable(actor, from.id(), named).stream()
            .map(p -> new Option(p.id().toString(), p.name()))
            .toList();
    return new BeginView(own, from, reachable, form, errors);
  }

  /** Leaves, mutes, blocks, shares the contact, or takes one of these back. */
  @Post("/conversations/{id}/steps")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> step(Actor actor, UUID id, @Body ConversationStepForm form) {
    conversations.get(actor, id); // who asks comes before what is asked
    String step = form.step() == null ? "" : form.step();
    switch (step) {
      case "leave" -> steps.leave(actor, id, form.side());
      case "mute" -> steps.mute(actor, id, true);
      case "unmute" -> steps.mute(actor, id, false);
      case "block" -> steps.block(actor, id, form.side(), form.other());
      case "unblock" -> steps.unblock(actor, id, form.side(), form.other());
      case "share" -> steps.shareContact(actor, id, form.side(), true);
      case "withdraw" -> steps.shareContact(actor, id, form.side(), false);
      default -> throw new DomainException.Invalid("step", "error.wrongType");
    }
    return Pages.to(ROOT + id, "conversation-" + step);
  }

  /** What leaving, or blocking, means, before it is done. */
  @Get("/conversations/{id}/steps/{step}")
  MutableHttpResponse<Object> ask(
      HttpRequest<?> request, Actor actor, UUID id, String step, @QueryValue @Nullable UUID other) {
    ConversationResponse conversation = conversations.get(actor, id);
    String named =
        conversation.others().stream()
            .filter(o -> other == null || o.party().id().equals(other))
            .map(o -> o.party().name())
            .findFirst()
            .orElseThrow(() -> new NotFound("conversations.notFound"));
    if (!List.of("leave", "block").contains(step)) {
      throw new NotFound("error.http.404");
    }
    if (!ConversationViews.mayWriteFor(actor, conversation.own().party())) {
      throw new DomainException.Forbidden("conversations.viewer");
    }
    Map<String, Object> model = new HashMap<>();
    model.put("it", conversation);
    model.put("step", step);
    model.put("named", "leave".equals(step) ? ConversationView.title(conversation) : named);
    model.put("other", other);
    return pages.page(request, actor, "conversations/step", model);
  }

  /** A message of the reader's that is to be changed. */
  @Get("/conversations/{id}/messages/{message}/edit")
  MutableHttpResponse<Object> edit(HttpRequest<?> request, Actor actor, UUID id, UUID message) {
    return pages.page(
        request,
        actor,
        "conversations/edit",
        Map.of(
            "conversation",
            id,
            "message",
            message,
            "text",
            edits.find(actor, id, message).text(),
            "errors",
            FormErrors.NONE));
  }

  /** Changes a message. */
  @Post("/conversations/{id}/messages/{message}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> edit(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      UUID message,
      @Body ConversationStepForm form) {
    try {
      return Pages.to(
          ROOT + id + "#message-" + edits.edit(actor, id, message, form.edit()).number());
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      Map<String, Object> model =
          Map.of(
              "conversation",
              id,
              "message",
              message,
              "text",
              form.text() == null ? "" : form.text(),
              "errors",
              errors(refusal, language));
      return pages.page(
          request, actor, ProblemFactory.status(refusal), "conversations/edit", model);
    }
  }

  /** What a message said before it was changed. */
  @Get("/conversations/{id}/messages/{message}/history")
  MutableHttpResponse<Object> history(HttpRequest<?> request, Actor actor, UUID id, UUID message) {
    return pages.page(
        request, actor, "conversations/history", Map.of("seen", edits.get(actor, id, message)));
  }

  /**
   * The form that reports a conversation, or a message in it.
   *
   * @param message the message; missing for the conversation
   */
  @Get("/conversations/{id}/report")
  MutableHttpResponse<Object> report(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @QueryValue @Nullable UUID message) {
    return report(
        request,
        actor,
        language,
        id,
        message,
        HttpStatus.OK,
        ConversationStepForm.EMPTY,
        FormErrors.NONE);
  }

  /** Reports a conversation, or a message in it. */
  @Post("/conversations/{id}/report")
  @RateLimited(Reports.LIMIT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> report(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @QueryValue @Nullable UUID message,
      @Body ConversationStepForm form) {
    try {
      reports.report(actor, id, message, form.report());
      return Pages.to(ROOT + id, "conversation-report");
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      return report(
          request,
          actor,
          language,
          id,
          message,
          ProblemFactory.status(refusal),
          form,
          errors(refusal, language));
    }
  }

  private MutableHttpResponse<Object> report(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @Nullable UUID message,
      HttpStatus status,
      ConversationStepForm form,
      FormErrors errors) {
    Map<String, Object> model = new HashMap<>();
    model.put("it", conversations.get(actor, id));
    model.put("message", message == null ? null : edits.find(actor, id, message));
    model.put("form", form);
    model.put("errors", errors);
    model.put(
        "reasons",
        Arrays.stream(ReportReason.values())
            .map(Coded::id)
            .map(r -> new Option(r, messages.text(language, "conversations.report." + r)))
            .toList());
    return pages.page(request, actor, status, "conversations/report", model);
  }

  private FormErrors errors(DomainException refusal, Locale language) {
    return FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language);
  }
}
