package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.matching.AuthorityWeights;
import eu.bridgehall.matching.Comparison;
import eu.bridgehall.matching.MatchComparison;
import eu.bridgehall.matching.MatchQueries;
import eu.bridgehall.matching.WeightsView;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who rises and who falls among the suggestions when other weights are taken. */
@Hidden
@Controller(MatchSelection.COMPARISON)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class CompareController {
  /** How many of the first are compared. */
  private static final int COMPARED = 20;

  private final Pages pages;
  private final Acting acting;
  private final MatchComparison comparison;
  private final MatchQueries queries;
  private final AuthorityWeights weights;
  private final Messages messages;

  CompareController(
      Pages pages,
      Acting acting,
      MatchComparison comparison,
      MatchQueries queries,
      AuthorityWeights weights,
      Messages messages) {
    this.pages = pages;
    this.acting = acting;
    this.comparison = comparison;
    this.queries = queries;
    this.weights = weights;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> show(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable UUID authority,
      @QueryValue(MatchSelection.WITH) @Nullable String with) {
    MatchSelection asked = MatchSelection.of(authority, null, request.getParameters());
    List<Reader.ActsFor> own = acting.all(actor);
    Reader.ActsFor mine = acting.chosen(own, authority).orElse(null);
    if (mine == null) {
      CompareView nobody =
          new CompareView(null, own, false, asked, null, false, null, List.of(), FormErrors.NONE);
      return answer(request, actor, HttpStatus.OK, nobody);
    }
    WeightsView inForce = weights.get(actor, mine.id());
    MatchSelection selection = asked.against(inForce.weights());
    Comparison compared = null;
    FormErrors errors = FormErrors.NONE;
    HttpStatus status = HttpStatus.OK;
    try {
      compared =
          comparison.compare(
              actor,
              mine.id(),
              queries.query(actor, selection.sent(COMPARED)),
              queries.with(with),
              language);
    } catch (Invalid | DomainException.Conflict refusal) {
      errors = FormErrors.of(refusal, messages, language);
      status = ProblemFactory.status(refusal);
    }
    CompareView view =
        new CompareView(
            mine,
            own,
            actor.isMember(mine.id(), MemberRole.EDITOR),
            selection,
            inForce,
            with != null && !with.isBlank(),
            compared,
            MatchCards.sliders(compared == null ? inForce.weights() : compared.after()),
            errors);
    return answer(request, actor, status, view);
  }

  private MutableHttpResponse<Object> answer(
      HttpRequest<?> request, Actor actor, HttpStatus status, CompareView view) {
    return pages.page(request, actor, status, "matches/comparison", Map.of("view", view));
  }
}
