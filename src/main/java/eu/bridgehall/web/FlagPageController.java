package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.SignalDismissal;
import eu.bridgehall.moderation.SignalFlag;
import eu.bridgehall.moderation.SignalFlags;
import eu.bridgehall.moderation.SignalSubject;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/** What automatic signals have found, one by one. */
@Hidden
@Controller(Addresses.FLAGS)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class FlagPageController {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("note", "moderation.flag.note");

  private final Pages pages;
  private final SignalFlags flags;
  private final QueueMarks marks;
  private final Messages messages;

  FlagPageController(Pages pages, SignalFlags flags, QueueMarks marks, Messages messages) {
    this.pages = pages;
    this.flags = flags;
    this.marks = marks;
    this.messages = messages;
  }

  @Get("/{id}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, Locale language, UUID id) {
    return page(request, actor, HttpStatus.OK, id, new SignalDismissal(null), FormErrors.NONE);
  }

  /** Says that somebody has looked at it. */
  @Post("/{id}/dismiss")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> dismiss(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body SignalDismissal form) {
    try {
      flags.dismiss(actor, id, form);
      return Pages.to(Addresses.MODERATION, "flag-dismissed");
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
      SignalDismissal form,
      FormErrors errors) {
    SignalFlag flag = flags.get(actor, id);
    boolean account =
        Coded.find(SignalSubject.class, flag.kind())
            .filter(SignalSubject.ACCOUNT::equals)
            .isPresent();
    QueueMark mark =
        marks.of(
            actor,
            account ? WaitingKind.SIGN_UP : WaitingKind.FLAG,
            id,
            Addresses.FLAGS + "/" + id);
    Map<String, Object> model = new HashMap<>();
    model.put("flag", flag);
    model.put(
        "mark", new QueueMark(mark.kind(), mark.subject(), mark.claim(), List.of(), mark.to()));
    model.put("note", form.note() == null ? "" : form.note());
    model.put("errors", errors);
    return pages.page(request, actor, status, "moderation/flag", model);
  }
}
