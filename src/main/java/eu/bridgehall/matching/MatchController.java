package eu.bridgehall.matching;

import eu.bridgehall.kernel.Actor;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The suggestions made to an authority. */
@Controller("/api/v1/authorities/{id}/matches")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Matches")
class MatchController {
  private final Matches matches;
  private final MatchComparison comparison;
  private final MatchQueries queries;

  MatchController(Matches matches, MatchComparison comparison, MatchQueries queries) {
    this.matches = matches;
    this.comparison = comparison;
    this.queries = queries;
  }

  /**
   * The best partners for an authority, each explained from both sides.
   *
   * @param limit 1 to 100
   * @param offset how many to pass over; offset and limit together reach the first 500
   * @param country only of these countries (ISO 3166-1 alpha-2)
   * @param type only of these authority types
   * @param theme only those that need, offer or are interested in one of these themes
   * @param weights weights of the asking side from 0 to 100 by criterion: {@code needs:30,size:0};
   *     what is left out keeps its default, and {@code default} alone is all of them. Without it
   *     those count that the authority has chosen
   * @param q words or a sentence, in any language: those whose texts answer it come first, and the
   *     words that were found are named
   * @param near a point, {@code lat,lon}
   * @param within only within this many kilometres of it
   */
  @Get
  MatchList list(
      Actor actor,
      Locale language,
      UUID id,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable Integer offset,
      @QueryValue @Nullable List<String> country,
      @QueryValue @Nullable List<String> type,
      @QueryValue @Nullable List<String> theme,
      @QueryValue @Nullable String weights,
      @QueryValue @Nullable String q,
      @QueryValue @Nullable String near,
      @QueryValue @Nullable Double within) {
    MatchQueries.Sent sent =
        new MatchQueries.Sent(
            limit,
            offset,
            country == null ? List.of() : country,
            type == null ? List.of() : type,
            theme == null ? List.of() : theme,
            weights,
            q,
            near,
            within);
    return matches.list(actor, id, queries.query(actor, sent), language);
  }

  /**
   * Who rises and who falls among the first matches when other weights are taken, and why.
   *
   * @param weights the weights of the second list, as for the matches
   * @param with the weights of the first list, as for the matches
   * @param limit how many of the first are compared, 1 to 100
   * @param country only of these countries (ISO 3166-1 alpha-2)
   * @param type only of these authority types
   * @param theme only those that need, offer or are interested in one of these themes
   * @param q words that raise those whose texts answer them
   */
  @Get("/comparison")
  Comparison compare(
      Actor actor,
      Locale language,
      UUID id,
      @QueryValue @Nullable String weights,
      @QueryValue @Nullable String with,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable List<String> country,
      @QueryValue @Nullable List<String> type,
      @QueryValue @Nullable List<String> theme,
      @QueryValue @Nullable String q) {
    MatchQueries.Sent sent =
        new MatchQueries.Sent(
            limit,
            null,
            country == null ? List.of() : country,
            type == null ? List.of() : type,
            theme == null ? List.of() : theme,
            weights,
            q,
            null,
            null);
    return comparison.compare(actor, id, queries.query(actor, sent), queries.with(with), language);
  }

  /** Why another authority is, or is not, suggested to this one. */
  @Get("/{other}")
  PairView explain(
      Actor actor,
      Locale language,
      UUID id,
      UUID other,
      @QueryValue @Nullable String weights,
      @QueryValue @Nullable String q) {
    return matches.explain(actor, id, other, queries.weights(weights), queries.text(q), language);
  }

  /** "Not for us": the other is not suggested any more, and does not learn of it. */
  @Post("/{other}/dismissal")
  @Status(HttpStatus.NO_CONTENT)
  void dismiss(Actor actor, UUID id, UUID other, @Body Dismissal dismissal) {
    matches.dismiss(actor, id, other, dismissal.reason());
  }

  /** Takes a dismissal back. */
  @Delete("/{other}/dismissal")
  @Status(HttpStatus.NO_CONTENT)
  void restore(Actor actor, UUID id, UUID other) {
    matches.restore(actor, id, other);
  }
}
