package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.matching.AuthorityWeights;
import eu.bridgehall.matching.DismissalReason;
import eu.bridgehall.matching.MatchList;
import eu.bridgehall.matching.MatchLooks;
import eu.bridgehall.matching.MatchQueries;
import eu.bridgehall.matching.Matches;
import eu.bridgehall.matching.WeightsView;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.scoring.Weights;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The suggestions made to an authority, with their reasons. */
@Hidden
@Controller("/matches")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class MatchesController {
  private static final String PAGE = "matches/page";

  private final Pages pages;
  private final Acting acting;
  private final Matches matches;
  private final MatchQueries queries;
  private final AuthorityWeights weights;
  private final MatchCards cards;
  private final MatchLooks looks;
  private final FoundAuthorities found;
  private final OptionLists options;
  private final Messages messages;

  MatchesController(
      Pages pages,
      Acting acting,
      Matches matches,
      MatchQueries queries,
      AuthorityWeights weights,
      MatchCards cards,
      MatchLooks looks,
      FoundAuthorities found,
      OptionLists options,
      Messages messages) {
    this.pages = pages;
    this.acting = acting;
    this.matches = matches;
    this.queries = queries;
    this.weights = weights;
    this.cards = cards;
    this.looks = looks;
    this.found = found;
    this.options = options;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> show(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable UUID authority,
      @QueryValue @Nullable Integer offset,
      @QueryValue @Nullable UUID dismissed) {
    MatchSelection selection = MatchSelection.of(authority, offset, request.getParameters());
    MatchesView view = view(actor, language, selection, null, dismissed);
    Reader.ActsFor mine = view.acting();
    MatchList list = view.list();
    if (mine != null && list != null) {
      looks.seen(actor, mine.id(), list.items().stream().map(m -> m.authority().id()).toList());
    }
    if (!Pages.wantsPart(request)) {
      return pages.page(request, actor, status(view), PAGE, Map.of("view", view));
    }
    boolean more = "items".equals(request.getHeaders().get("HX-Target"));
    MutableHttpResponse<Object> part =
        pages.page(
            request, actor, more ? "matches/_more" : "matches/_results", Map.of("view", view));
    return more ? part : part.header("HX-Push-Url", view.selection().address());
  }

  /** "Not for us", and that it was a mistake. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> decide(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable UUID authority,
      @QueryValue @Nullable Integer offset,
      @Body DismissalForm form) {
    MatchSelection selection = MatchSelection.of(authority, offset, request.getParameters());
    UUID mine = mine(actor, authority);
    UUID other = form.other();
    if (other == null) {
      throw new DomainException.NotFound("matching.otherNotFound");
    }
    String back = selection.address();
    if (form.undo() != null) {
      matches.restore(actor, mine, other);
      return Pages.to(back, "match-restored");
    }
    try {
      matches.dismiss(actor, mine, other, form.reason());
    } catch (Invalid refusal) {
      MatchesView again =
          view(actor, language, selection, FormErrors.of(refusal, messages, language), null);
      return pages.page(
          request, actor, ProblemFactory.status(refusal), PAGE, Map.of("view", again));
    }
    if (Pages.wantsPart(request)) {
      MatchesView gone = view(actor, language, selection, null, other);
      return pages.page(request, actor, "matches/_dismissed", Map.of("view", gone, "focus", true));
    }
    return Pages.to(back + (back.contains("?") ? "&" : "?") + "dismissed=" + other);
  }

  /** Makes the weights those of the authority, or goes back to the defaults. */
  @Post("/weights")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> save(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable UUID authority,
      @Body WeightsForm form) {
    MatchSelection selection = MatchSelection.of(authority, null, request.getParameters());
    UUID mine = mine(actor, authority);
    Long version = form.version();
    if (version == null) {
      throw new DomainException.VersionMissing();
    }
    try {
      if (form.reset() == null) {
        weights.save(actor, mine, version, () -> chosen(selection));
      } else {
        weights.reset(actor, mine, version);
      }
    } catch (Invalid | DomainException.Stale | DomainException.Conflict refusal) {
      MatchesView again =
          view(actor, language, selection, FormErrors.of(refusal, messages, language), null);
      return pages.page(
          request, actor, ProblemFactory.status(refusal), PAGE, Map.of("view", again));
    }
    return Pages.to(
        selection.withoutWeights(), form.reset() == null ? "weights-saved" : "weights-reset");
  }

  private Weights chosen(MatchSelection selection) {
    Weights chosen = queries.weights(selection.sentWeights());
    if (chosen == null) {
      throw new Invalid("weights", "error.text.missing");
    }
    return chosen;
  }

  private UUID mine(Actor actor, @Nullable UUID authority) {
    return acting
        .chosen(acting.all(actor), authority)
        .map(Reader.ActsFor::id)
        .orElseThrow(() -> new DomainException.NotFound("matching.authorityNotFound"));
  }

  private MatchesView view(
      Actor actor,
      Locale language,
      MatchSelection asked,
      @Nullable FormErrors wrong,
      @Nullable UUID dismissed) {
    List<Reader.ActsFor> own = acting.all(actor);
    Reader.ActsFor mine = acting.chosen(own, asked.authority()).orElse(null);
    if (mine == null) {
      return new MatchesView(
          null, own, false, asked, null, null, List.of(), List.of(), null, FormErrors.NONE, null);
    }
    FormErrors errors = wrong == null ? FormErrors.NONE : wrong;
    WeightsView inForce = weights.get(actor, mine.id());
    MatchSelection selection = asked.against(inForce.weights());
    MatchList list = null;
    try {
      list = matches.list(actor, mine.id(), queries.query(actor, selection.sent()), language);
    } catch (Invalid | DomainException.Conflict refusal) {
      errors = FormErrors.of(refusal, messages, language);
    }
    return new MatchesView(
        mine,
        own,
        actor.isMember(mine.id(), MemberRole.EDITOR),
        selection,
        inForce,
        list,
        list == null ? List.of() : cards.of(list.items(), selection.offset()),
        MatchCards.sliders(list == null ? Map.of() : list.weights()),
        lists(language),
        errors,
        dismissed == null ? null : dismissed(actor, dismissed, language));
  }

  private MatchesView.Lists lists(Locale language) {
    return new MatchesView.Lists(
        options.countries(language),
        options.types(language),
        options.themes(language),
        Arrays.stream(DismissalReason.values())
            .map(Coded::id)
            .map(id -> new Option(id, messages.text(language, "matches.notForUs.reason." + id)))
            .toList());
  }

  private MatchesView.@Nullable Dismissed dismissed(Actor actor, UUID id, Locale language) {
    return found
        .find(actor, id, language)
        .map((FoundAuthority a) -> new MatchesView.Dismissed(a.id(), a.name()))
        .orElse(null);
  }

  private static HttpStatus status(MatchesView view) {
    return view.errors().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
  }
}
