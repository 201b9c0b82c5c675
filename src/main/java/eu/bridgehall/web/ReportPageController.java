package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.messaging.ReportedContent;
import eu.bridgehall.moderation.ReportReason;
import eu.bridgehall.moderation.ReportRequest;
import eu.bridgehall.moderation.Reports;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimited;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Profiles;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Reports of profiles and of files to the secretariat. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReportPageController {
  private static final String DONE = "conversation-report";
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "reason", "conversations.report.reason", "text", "conversations.report.words");

  private final Pages pages;
  private final Profiles profiles;
  private final ReportedContent content;
  private final Reports reports;
  private final Messages messages;

  ReportPageController(
      Pages pages, Profiles profiles, ReportedContent content, Reports reports, Messages messages) {
    this.pages = pages;
    this.profiles = profiles;
    this.content = content;
    this.reports = reports;
    this.messages = messages;
  }

  /** The form that reports the profile of an authority. */
  @Get("/authorities/{id}/report")
  MutableHttpResponse<Object> profile(
      HttpRequest<?> request, Actor actor, Locale language, UUID id) {
    return page(
        request,
        actor,
        language,
        HttpStatus.OK,
        profileOf(actor, id),
        ConversationStepForm.EMPTY,
        FormErrors.NONE);
  }

  /** Reports the profile of an authority. */
  @Post("/authorities/{id}/report")
  @RateLimited(Reports.LIMIT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> profile(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @Body ConversationStepForm form) {
    ReportedThing reported = profileOf(actor, id);
    return send(request, actor, language, reported, form, r -> reports.reportProfile(actor, id, r));
  }

  /** The form that reports a file. */
  @Get("/conversations/{id}/attachments/{attachment}/report")
  MutableHttpResponse<Object> file(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, UUID attachment) {
    return page(
        request,
        actor,
        language,
        HttpStatus.OK,
        fileOf(actor, id, attachment),
        ConversationStepForm.EMPTY,
        FormErrors.NONE);
  }

  /** Reports a file. */
  @Post("/conversations/{id}/attachments/{attachment}/report")
  @RateLimited(Reports.LIMIT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> file(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      UUID attachment,
      @Body ConversationStepForm form) {
    ReportedThing reported = fileOf(actor, id, attachment);
    return send(
        request,
        actor,
        language,
        reported,
        form,
        r -> reports.reportFile(actor, id, attachment, r));
  }

  private ReportedThing profileOf(Actor actor, UUID id) {
    String name = profiles.get(actor, id).profile().name();
    if (actor.isMember(id, MemberRole.VIEWER)) {
      throw new DomainException.Forbidden("moderation.report.own");
    }
    String page = Addresses.authority(id);
    return new ReportedThing("profile", name, page, page + "/report");
  }

  private ReportedThing fileOf(Actor actor, UUID id, UUID attachment) {
    String name = content.file(actor, id, attachment).files().getFirst();
    String page = Frame.CONVERSATIONS + "/" + id;
    return new ReportedThing("file", name, page, page + "/attachments/" + attachment + "/report");
  }

  private MutableHttpResponse<Object> send(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      ReportedThing reported,
      ConversationStepForm form,
      Consumer<ReportRequest> how) {
    try {
      how.accept(form.report());
      return Pages.to(reported.back(), DONE);
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      return page(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          reported,
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      ReportedThing reported,
      ConversationStepForm form,
      FormErrors errors) {
    List<Option> reasons =
        Arrays.stream(ReportReason.values())
            .map(Coded::id)
            .map(r -> new Option(r, messages.text(language, "conversations.report." + r)))
            .toList();
    return pages.page(
        request,
        actor,
        status,
        "moderation/report-form",
        Map.of("reported", reported, "form", form, "errors", errors, "reasons", reasons));
  }
}
