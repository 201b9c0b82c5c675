package eu.bridgehall.reference;

import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Places over HTTP, open to all. */
@Controller("/api/v1/places")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PlaceController {
  private static final int DEFAULT_LIMIT = 10;

  private final Places places;
  private final PlaceAnswers answers;

  PlaceController(Places places, PlaceAnswers answers) {
    this.places = places;
    this.answers = answers;
  }

  /**
   * Finds places by name while somebody types.
   *
   * @param q what was typed, 1 to 100 characters, in any script
   * @param country only places of this country (ISO 3166-1 alpha-2)
   * @param limit how many at the most, 1 to 50; 10 if not given
   * @return the nearest name first and, of places alike, the larger; there is no next page, and the
   *     total is the number of those found within the limit
   */
  @Get
  @RateLimited("public-search")
  Page<PlaceResponse> search(
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String country,
      @Nullable @QueryValue Integer limit,
      Locale language) {
    return Page.of(
        places.search(q == null ? "" : q, country, limit == null ? DEFAULT_LIMIT : limit).stream()
            .map(found -> answers.of(found.place(), found.closeness(), language))
            .toList());
  }

  /**
   * One place.
   *
   * @param id its id
   */
  @Get("/{id}")
  PlaceResponse get(long id, Locale language) {
    return answers.of(places.get(id), null, language);
  }
}
