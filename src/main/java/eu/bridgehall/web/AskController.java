package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.matching.Matches;
import eu.bridgehall.matching.PairView;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.partnerships.AskOutlook;
import eu.bridgehall.partnerships.AskOutlooks;
import eu.bridgehall.partnerships.IntroductionResponse;
import eu.bridgehall.partnerships.IntroductionService;
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
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking for an introduction. */
@Hidden
@Controller("/introductions/new")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class AskController {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "text",
          "introductions.new.text",
          "cooperationTypes",
          "introductions.new.types",
          "themes",
          "introductions.new.themes");

  private final Pages pages;
  private final Acting acting;
  private final IntroductionService introductions;
  private final AskOutlooks outlooks;
  private final Matches matches;
  private final FoundAuthorities found;
  private final IntroductionPrefill prefill;
  private final OptionLists options;
  private final Restrictions restrictions;
  private final Messages messages;

  AskController(
      Pages pages,
      Acting acting,
      IntroductionService introductions,
      AskOutlooks outlooks,
      Matches matches,
      FoundAuthorities found,
      IntroductionPrefill prefill,
      OptionLists options,
      Restrictions restrictions,
      Messages messages) {
    this.pages = pages;
    this.acting = acting;
    this.introductions = introductions;
    this.outlooks = outlooks;
    this.matches = matches;
    this.found = found;
    this.prefill = prefill;
    this.options = options;
    this.restrictions = restrictions;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> form(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable UUID from,
      @QueryValue @Nullable UUID to) {
    return page(
        request,
        actor,
        language,
        HttpStatus.OK,
        prefill.form(actor, asking(actor, from).id(), to, language),
        FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> ask(
      HttpRequest<?> request, Actor actor, Locale language, @Body IntroductionForm form) {
    UUID from = asking(actor, form.from()).id();
    try {
      IntroductionResponse asked = introductions.ask(actor, from, form.request());
      return Pages.to("/introductions/" + asked.id(), "asked-" + asked.status());
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      FormErrors errors =
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language);
      return page(request, actor, language, ProblemFactory.status(refusal), form, errors);
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      IntroductionForm form,
      FormErrors errors) {
    Reader.ActsFor from = asking(actor, form.from());
    FoundAuthority to =
        Optional.ofNullable(form.to())
            .flatMap(id -> found.find(actor, id, language))
            .orElseThrow(() -> new NotFound("matching.otherNotFound"));
    AskOutlook outlook = outlooks.of(actor, from.id(), to.id());
    DomainException obstacle = outlook.obstacle();
    AskView view =
        new AskView(
            from,
            to,
            actor.isMember(from.id(), MemberRole.EDITOR),
            barred(from.id(), language),
            introductions.allowance(actor, from.id(), to.id()),
            outlook,
            obstacle == null ? null : words(obstacle, language),
            obstacle == null ? notes(actor, from.id(), to.id(), language) : List.of(),
            prefill.common(actor, from.id(), to, language),
            options.cooperation(language),
            options.themes(language),
            form,
            errors);
    return pages.page(request, actor, status, "introductions/new", Map.of("view", view));
  }

  /** Why the authority may ask for nothing now; null where it may. */
  private @Nullable String barred(UUID from, Locale language) {
    try {
      restrictions.mustAsk(from);
      return null;
    } catch (DomainException.Forbidden refusal) {
      return messages.text(language, refusal.key(), refusal.arguments());
    }
  }

  /** The authority that asks, of which the actor is a member. */
  private Reader.ActsFor asking(Actor actor, @Nullable UUID from) {
    return acting
        .chosen(acting.all(actor), from)
        .filter(a -> actor.isMember(a.id(), MemberRole.VIEWER))
        .orElseThrow(() -> new NotFound("organisations.notFound"));
  }

  private List<String> notes(Actor actor, UUID from, UUID to, Locale language) {
    try {
      return matches.explain(actor, from, to, null, null, language).gates().stream()
          .map(PairView.Gate::sentence)
          .toList();
    } catch (DomainException.Conflict suspended) {
      return List.of(words(suspended, language));
    }
  }

  private String words(DomainException inTheWay, Locale language) {
    return inTheWay instanceof DomainException.Invalid wrong
        ? messages.text(language, wrong.errors().getFirst().key())
        : messages.text(language, inTheWay.key(), inTheWay.arguments());
  }
}
