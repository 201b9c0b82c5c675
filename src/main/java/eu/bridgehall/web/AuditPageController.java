package eu.bridgehall.web;

import eu.bridgehall.audit.AuditEntry;
import eu.bridgehall.audit.AuditFilter;
import eu.bridgehall.audit.AuditTrail;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The log of who did what to whom, for administrators. */
@Hidden
@Controller(Addresses.AUDIT)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class AuditPageController {
  private static final int PAGE = 50;
  private static final MediaType CSV = new MediaType("text/csv; charset=utf-8");
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "person", "audit.person",
          "action", "audit.action",
          "subject", "audit.subject",
          "from", "audit.from",
          "until", "audit.until");

  private final Pages pages;
  private final AuditTrail trail;
  private final Messages messages;

  AuditPageController(Pages pages, AuditTrail trail, Messages messages) {
    this.pages = pages;
    this.trail = trail;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable String person,
      @QueryValue @Nullable String action,
      @QueryValue @Nullable String subject,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String until,
      @QueryValue @Nullable Integer offset) {
    AuditView.Typed typed = AuditView.Typed.of(person, action, subject, from, until);
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    FormErrors errors = FormErrors.NONE;
    HttpStatus status = HttpStatus.OK;
    Page<AuditEntry> found = Page.of(List.of());
    try {
      found = trail.list(actor, AuditFilter.of(person, action, subject, from, until), asked);
    } catch (DomainException.Invalid refusal) {
      errors = FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language);
      status = ProblemFactory.status(refusal);
    }
    AuditView view =
        new AuditView(
            found.items(),
            found.total(),
            trail.chain(actor),
            typed,
            Pager.of(Addresses.AUDIT + typed.query(), asked, found),
            errors);
    return pages.page(request, actor, status, "audit/page", Map.of("view", view));
  }

  /** What fits, as a file. */
  @Get("/export")
  @Produces({"text/csv", MediaType.TEXT_HTML})
  MutableHttpResponse<StreamedFile> export(
      Actor actor,
      @QueryValue @Nullable String person,
      @QueryValue @Nullable String action,
      @QueryValue @Nullable String subject,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String until) {
    AuditFilter filter = AuditFilter.of(person, action, subject, from, until);
    return HttpResponse.ok(new StreamedFile(trail.export(actor, filter), CSV))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
  }
}
