package eu.bridgehall.discovery;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.RateLimited;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.SearchSort;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Search for authorities. Open to all; visitors find what is public. */
@Controller("/api/v1/profiles")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Search")
class ProfileSearchController {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final int MAX_SUGGESTIONS = 20;
  private static final int DEFAULT_SUGGESTIONS = 8;

  private final ProfileSearch search;
  private final SearchParameters parameters;
  private final FoundAuthorities found;

  ProfileSearchController(
      ProfileSearch search, SearchParameters parameters, FoundAuthorities found) {
    this.search = search;
    this.parameters = parameters;
    this.found = found;
  }

  /**
   * Confirmed profiles, with facets. A parameter that takes codes may be given several times, or
   * with several codes and commas between: any of them will do.
   *
   * @param q words in any language
   * @param country ISO 3166-1 alpha-2
   * @param type ids of authority types
   * @param theme themes that are needed, offered or of interest; a field stands for all its themes
   * @param need themes that are needed
   * @param offer themes that are offered
   * @param cooperation ids of cooperation types
   * @param size size classes
   * @param language working languages (ISO 639-1)
   * @param trait ids of territory traits
   * @param seeksUkrainian {@code true}: only those that seek a Ukrainian partner
   * @param populationMin smallest population
   * @param populationMax largest population
   * @param near a point, {@code lat,lon}
   * @param within only within this many kilometres of it
   * @param sort {@code relevance} where none is given; {@code distance} needs {@code near}
   * @param limit 1 to 100
   * @param cursor the {@code next} of the page before
   */
  @Get
  @RateLimited("public-search")
  SearchAnswer find(
      Actor actor,
      Locale reader,
      @QueryValue @Nullable String q,
      @QueryValue @Nullable List<String> country,
      @QueryValue @Nullable List<String> type,
      @QueryValue @Nullable List<String> theme,
      @QueryValue @Nullable List<String> need,
      @QueryValue @Nullable List<String> offer,
      @QueryValue @Nullable List<String> cooperation,
      @QueryValue @Nullable List<String> size,
      @QueryValue @Nullable List<String> language,
      @QueryValue @Nullable List<String> trait,
      @QueryValue @Nullable List<String> seeksUkrainian,
      @QueryValue @Nullable Integer populationMin,
      @QueryValue @Nullable Integer populationMax,
      @QueryValue @Nullable String near,
      @QueryValue @Nullable Double within,
      @QueryValue @Nullable @Schema(implementation = SearchSort.class) String sort,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    Map<Facet, List<String>> codes = new EnumMap<>(Facet.class);
    put(codes, Facet.COUNTRY, country);
    put(codes, Facet.TYPE, type);
    put(codes, Facet.THEME, theme);
    put(codes, Facet.NEED, need);
    put(codes, Facet.OFFER, offer);
    put(codes, Facet.COOPERATION, cooperation);
    put(codes, Facet.SIZE, size);
    put(codes, Facet.LANGUAGE, language);
    put(codes, Facet.TRAIT, trait);
    put(codes, Facet.SEEKS_UKRAINIAN, seeksUkrainian);
    int count = PageRequest.of(null, limit, DEFAULT_LIMIT, MAX_LIMIT).limit();
    ProfileQuery query =
        new ProfileQuery(q, codes, populationMin, populationMax, near, within, sort, count, cursor);
    return search.find(actor, parameters.request(query, !found.seesMembersOnly(actor)), reader);
  }

  /**
   * Authorities of which a name begins with what was typed, the larger first.
   *
   * @param q what was typed
   * @param limit 1 to 20
   */
  @Get("/suggestions")
  @RateLimited("public-search")
  Page<FoundAuthority> suggest(
      Actor actor,
      Locale reader,
      @QueryValue @Nullable String q,
      @QueryValue @Nullable Integer limit) {
    int count = PageRequest.of(null, limit, DEFAULT_SUGGESTIONS, MAX_SUGGESTIONS).limit();
    String typed = parameters.text(q);
    return Page.of(typed == null ? List.of() : search.suggest(actor, typed, count, reader));
  }

  private static void put(
      Map<Facet, List<String>> codes, Facet facet, @Nullable List<String> sent) {
    if (sent != null) {
      codes.put(facet, sent);
    }
  }
}
