package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.moderation.QueueClaims;
import eu.bridgehall.moderation.QueueFilter;
import eu.bridgehall.moderation.QueueViewRequest;
import eu.bridgehall.moderation.QueueViews;
import eu.bridgehall.platform.FieldChecks;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of everything that waits for the secretariat or an association. */
@Hidden
@Controller(Addresses.MODERATION)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class QueuePageController {
  private static final int PAGE = 20;

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("name", "moderation.views.name");

  private final Pages pages;
  private final QueuePages queue;
  private final QueueClaims claims;
  private final QueueViews views;
  private final Messages messages;

  QueuePageController(
      Pages pages, QueuePages queue, QueueClaims claims, QueueViews views, Messages messages) {
    this.pages = pages;
    this.queue = queue;
    this.claims = claims;
    this.views = views;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable List<String> kind,
      @QueryValue @Nullable String country,
      @QueryValue @Nullable String claimed,
      @QueryValue @Nullable String flagged,
      @QueryValue @Nullable Integer offset) {
    return page(
        request,
        actor,
        language,
        HttpStatus.OK,
        QueueFilter.of(kind, country, claimed, isTicked(flagged)),
        PageRequest.of(offset, PAGE, PAGE, PAGE),
        null,
        FormErrors.NONE);
  }

  /** Takes something on, takes it over, or gives it back. */
  @Post("/claims")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> claim(
      HttpRequest<?> request, Actor actor, Locale language, @Body QueueClaimForm form) {
    WaitingKind kind = FieldChecks.chosen("kind", form.kind(), WaitingKind.class);
    UUID subject = form.subject();
    if (subject == null) {
      throw new NotFound("moderation.queue.notFound");
    }
    boolean release = "release".equals(form.act());
    try {
      if (release) {
        claims.release(actor, kind, subject);
      } else {
        claims.claim(actor, kind, subject, "take".equals(form.act()));
      }
    } catch (DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          QueueFilter.NONE,
          new PageRequest(0, PAGE),
          null,
          FormErrors.of(refusal, messages, language));
    }
    String to = LocalPath.orNull(form.to());
    return Pages.to(
        to == null ? Addresses.MODERATION : to, release ? "queue-released" : "queue-claimed");
  }

  @Post("/views")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> addView(
      HttpRequest<?> request, Actor actor, Locale language, @Body String body) {
    Sent sent = Sent.of(body);
    QueueViewRequest view =
        new QueueViewRequest(
            sent.one("name"),
            sent.ticked("kind"),
            sent.one("country"),
            sent.one("claimed"),
            sent.has("flagged"));
    QueueFilter filter =
        QueueFilter.of(view.kinds(), view.country(), view.claimed(), view.flagged());
    try {
      views.add(actor, view);
      return Pages.to(QueuePages.address(filter), "queue-view-saved");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          filter,
          new PageRequest(0, PAGE),
          Objects.requireNonNullElse(view.name(), ""),
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  @Post("/views/{id}/delete")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> removeView(Actor actor, UUID id) {
    views.remove(actor, id);
    return Pages.to(Addresses.MODERATION, "queue-view-removed");
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      QueueFilter filter,
      PageRequest asked,
      @Nullable String typedName,
      FormErrors errors) {
    QueuePageView view = queue.of(actor, language, filter, asked, typedName, errors);
    return pages.page(request, actor, status, "moderation/queue", Map.of("view", view));
  }

  private static boolean isTicked(@Nullable String value) {
    return value != null && !value.isEmpty();
  }
}
