package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.partnerships.IntroductionResponse;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.partnerships.ProposalOutlook;
import eu.bridgehall.partnerships.ProposalOutlooks;
import eu.bridgehall.partnerships.ProposeIntroduction;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What associations and the secretariat propose to two authorities at a time. */
@Hidden
@Controller(Addresses.PROPOSALS)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ProposalPageController {
  private static final int PAGE = 20;
  private static final String NEW = Addresses.PROPOSALS + "/new";
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "text",
          "introductions.proposals.text",
          "cooperationTypes",
          "introductions.new.types",
          "themes",
          "introductions.new.themes");

  private final Pages pages;
  private final IntroductionService introductions;
  private final ProposalOutlooks outlooks;
  private final IntroductionViews views;
  private final IntroductionPrefill prefill;
  private final PairChooser chooser;
  private final OptionLists options;
  private final Messages messages;

  ProposalPageController(
      Pages pages,
      IntroductionService introductions,
      ProposalOutlooks outlooks,
      IntroductionViews views,
      IntroductionPrefill prefill,
      PairChooser chooser,
      OptionLists options,
      Messages messages) {
    this.pages = pages;
    this.introductions = introductions;
    this.outlooks = outlooks;
    this.views = views;
    this.prefill = prefill;
    this.chooser = chooser;
    this.options = options;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<IntroductionResponse> found = introductions.listProposed(actor, asked);
    IntroductionListView view =
        new IntroductionListView(
            null,
            List.of(),
            "proposals",
            null,
            views.rows(found, language),
            found.total(),
            asked.offset(),
            Pager.of(Addresses.PROPOSALS, asked, found));
    return pages.page(request, actor, "introductions/proposals", Map.of("view", view));
  }

  /** Two authorities are chosen by their names, then the reasons are given. */
  @Get("/new")
  MutableHttpResponse<Object> form(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable UUID one,
      @QueryValue @Nullable UUID other,
      @QueryValue @Nullable String q) {
    introductions.listProposed(actor, new PageRequest(0, 1)); // who may not see them proposes none
    PairChoice choice = chooser.of(actor, NEW, one, other, q, language);
    IntroductionForm form =
        one == null
            ? new IntroductionForm(null, null, "", List.of(), List.of())
            : prefill.form(actor, one, other, language);
    return form(request, actor, language, HttpStatus.OK, choice, form, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> propose(
      HttpRequest<?> request, Actor actor, Locale language, @Body IntroductionForm form) {
    try {
      introductions.propose(
          actor,
          new ProposeIntroduction(
              form.from(), form.to(), form.text(), form.cooperationTypes(), form.themes()));
      return Pages.to(Addresses.PROPOSALS, "introduction-proposed");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return form(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          chooser.of(actor, NEW, form.from(), form.to(), null, language),
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> form(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      PairChoice choice,
      IntroductionForm form,
      FormErrors errors) {
    FoundAuthority one = choice.one();
    FoundAuthority other = choice.other();
    if (one != null && other != null && one.id().equals(other.id())) {
      return form(
          request,
          actor,
          language,
          HttpStatus.BAD_REQUEST,
          choice.withoutOther(),
          form,
          FormErrors.of(
              new DomainException.Conflict("introductions.ask.self"), messages, language));
    }
    ProposalOutlook outlook =
        one == null || other == null
            ? new ProposalOutlook(null, null)
            : outlooks.of(actor, one.id(), other.id(), language);
    DomainException.Conflict obstacle = outlook.obstacle();
    ProposalView view =
        new ProposalView(
            choice,
            outlook.match(),
            obstacle == null ? null : messages.text(language, obstacle.key(), obstacle.arguments()),
            one == null || other == null
                ? List.of()
                : prefill.common(actor, one.id(), other, language),
            options.cooperation(language),
            form,
            errors);
    return pages.page(request, actor, status, "introductions/propose", Map.of("view", view));
  }
}
