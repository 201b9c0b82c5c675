package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.MessageEdits;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.moderation.AuthorityDecisions;
import eu.bridgehall.moderation.DecisionResponse;
import eu.bridgehall.moderation.Decisions;
import eu.bridgehall.moderation.ReportResponse;
import eu.bridgehall.moderation.ReportState;
import eu.bridgehall.moderation.Reports;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was reported, and the decisions about it and about authorities, for the secretariat. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ModerationPageController {
  private static final int PAGE = 20;
  private static final String ALL = "all";

  private final Pages pages;
  private final Reports reports;
  private final Decisions decisions;
  private final AuthorityDecisions authorityDecisions;
  private final DecideViews views;
  private final ConversationService conversations;
  private final MessageEdits edits;
  private final Organisations organisations;
  private final QueueMarks marks;

  ModerationPageController(
      Pages pages,
      Reports reports,
      Decisions decisions,
      AuthorityDecisions authorityDecisions,
      DecideViews views,
      ConversationService conversations,
      MessageEdits edits,
      Organisations organisations,
      QueueMarks marks) {
    this.pages = pages;
    this.reports = reports;
    this.decisions = decisions;
    this.authorityDecisions = authorityDecisions;
    this.views = views;
    this.conversations = conversations;
    this.edits = edits;
    this.organisations = organisations;
    this.marks = marks;
  }

  /** Where it stood before. */
  @Get("/review/reports")
  MutableHttpResponse<Object> moved() {
    return Pages.to(Addresses.REPORTS);
  }

  /**
   * What was reported.
   *
   * @param state id of a {@link ReportState}, or all; open ones where it is missing
   */
  @Get(Addresses.REPORTS)
  MutableHttpResponse<Object> reports(
      HttpRequest<?> request,
      Actor actor,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable Integer offset) {
    ReportState wanted =
        state == null ? ReportState.OPEN : Coded.find(ReportState.class, state).orElse(null);
    String chosen = wanted == null ? ALL : wanted.id();
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<ReportResponse> found = reports.list(actor, wanted, asked);
    return pages.page(
        request,
        actor,
        "moderation/reports",
        Map.of(
            "reported",
            found.items().stream()
                .collect(
                    Collectors.groupingBy(
                        ReportResponse::subject, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(r -> new ReportedView(r, address(actor, r.getFirst())))
                .toList(),
            "state",
            chosen,
            "pager",
            Pager.of(Addresses.REPORTS + "?state=" + chosen, asked, found)));
  }

  /** One thing that was reported, with the form that decides about it. */
  @Get(Addresses.REPORTS + "/{id}")
  MutableHttpResponse<Object> report(
      HttpRequest<?> request, Actor actor, Locale language, UUID id) {
    return report(request, actor, language, id, HttpStatus.OK, DecideForm.EMPTY, FormErrors.NONE);
  }

  /** The file that was reported. */
  @Get(Addresses.REPORTS + "/{id}/file")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  HttpResponse<byte[]> file(Actor actor, UUID id) {
    return reports.file(actor, id).download();
  }

  /** Decides about what was reported. */
  @Post(Addresses.REPORTS + "/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> decide(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body String body) {
    DecideForm form = DecideForm.of(Sent.of(body));
    try {
      return decided(decisions.decideReport(actor, id, form.request()));
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      HttpStatus status = ProblemFactory.status(refusal);
      return report(request, actor, language, id, status, form, views.errors(refusal, language));
    }
  }

  private static MutableHttpResponse<Object> decided(DecisionResponse made) {
    boolean waits = DecisionStatus.PROPOSED.id().equals(made.status());
    return Pages.to(Addresses.decision(made.id()), waits ? "decision-proposed" : "decision-made");
  }

  private MutableHttpResponse<Object> report(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      HttpStatus status,
      DecideForm form,
      FormErrors errors) {
    List<ReportResponse> same = reports.listSame(actor, id);
    ReportResponse it = same.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    Map<String, Object> model = new HashMap<>();
    model.put("it", it);
    model.put("thing", new ReportedView(same, address(actor, it)));
    // of several reports the first open one stands in the queue
    same.reversed().stream()
        .filter(r -> r.decision() == null)
        .findFirst()
        .ifPresent(
            first ->
                model.put(
                    "mark",
                    marks.of(actor, WaitingKind.REPORT, first.id(), Addresses.REPORTS + "/" + id)));
    SubjectKind kind = Coded.find(SubjectKind.class, it.kind()).orElseThrow();
    model.put(
        "decide",
        views.of(
            kind,
            Addresses.REPORTS + "/" + id,
            kind == SubjectKind.CONVERSATION ? it.sides() : List.of(),
            Stream.concat(
                    Stream.ofNullable(it.authority()),
                    kind == SubjectKind.CONVERSATION ? it.sides().stream() : Stream.empty())
                .map(Party::id)
                .toList(),
            form,
            errors,
            language));
    return pages.page(request, actor, status, "moderation/report", model);
  }

  /**
   * An authority with the decisions that concern it, and the form that decides about it.
   *
   * @param flag id of the automatic signal that led here
   */
  @Get("/moderation/authorities/{id}")
  MutableHttpResponse<Object> authority(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @QueryValue @Nullable String flag) {
    return authority(
        request, actor, language, id, HttpStatus.OK, DecideForm.after(flag), FormErrors.NONE);
  }

  /** Decides about an authority. */
  @Post("/moderation/authorities/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> decideAuthority(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body String body) {
    DecideForm form = DecideForm.of(Sent.of(body));
    try {
      return decided(authorityDecisions.decide(actor, id, form.request()));
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      HttpStatus status = ProblemFactory.status(refusal);
      return authority(request, actor, language, id, status, form, views.errors(refusal, language));
    }
  }

  private MutableHttpResponse<Object> authority(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      HttpStatus status,
      DecideForm form,
      FormErrors errors) {
    List<DecisionResponse> so = authorityDecisions.listOf(actor, id, PAGE);
    String action = Addresses.moderate(id);
    return pages.page(
        request,
        actor,
        status,
        "moderation/authority",
        Map.of(
            "authority",
            organisations.getAuthority(id),
            "decisions",
            so,
            "decide",
            views.of(
                SubjectKind.AUTHORITY, action, List.of(), List.of(id), form, errors, language)));
  }

  /** Where what was reported stands; null for who may not read it there. */
  private @Nullable String address(Actor actor, ReportResponse report) {
    UUID id = report.conversation();
    if (id == null) {
      return Addresses.authority(report.subject());
    }
    String conversation = Frame.CONVERSATIONS + "/" + id;
    try {
      conversations.get(actor, id);
      if (!SubjectKind.MESSAGE.id().equals(report.kind())) {
        return conversation;
      }
      long number = edits.find(actor, id, report.subject()).number();
      return conversation + "?before=" + (number + 1) + "#message-" + number;
    } catch (NotFound notHers) {
      return null;
    }
  }
}
