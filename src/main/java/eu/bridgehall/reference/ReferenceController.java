package eu.bridgehall.reference;

import eu.bridgehall.platform.http.Page;
import eu.bridgehall.reference.ReferenceResponses.ChoiceItem;
import eu.bridgehall.reference.ReferenceResponses.CountryItem;
import eu.bridgehall.reference.ReferenceResponses.LanguageItem;
import eu.bridgehall.reference.ReferenceResponses.RegionItem;
import eu.bridgehall.reference.ReferenceResponses.ThemeItem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lists that a profile chooses from, in the reader's language, open to all. They change with a
 * new version of the program only, so a client may keep them for an hour and then ask whether they
 * are still the same.
 */
@Controller("/api/v1/reference")
@Secured(SecurityRule.IS_ANONYMOUS)
class ReferenceController {
  private static final String KEEP = "public, max-age=3600";

  private final ReferenceLists lists;
  private final Regions regions;
  private final Countries countries;
  private final String version;

  ReferenceController(ReferenceLists lists, Regions regions, Countries countries) {
    this.lists = lists;
    this.regions = regions;
    this.countries = countries;
    this.version = lists.version();
  }

  /** Countries and territories, by their name. */
  @Get("/countries")
  HttpResponse<Page<CountryItem>> countries(HttpRequest<?> request, Locale language) {
    return answer(request, language, () -> lists.countries(language));
  }

  /**
   * The regions of a country, from the country itself down.
   *
   * @param country ISO 3166-1 alpha-2
   */
  @Get("/regions")
  HttpResponse<Page<RegionItem>> regions(
      @Nullable @QueryValue String country, HttpRequest<?> request, Locale language) {
    String code = countries.require(country == null ? "" : country, "country").code();
    return answer(
        request,
        language,
        () ->
            regions.ofCountry(code).stream()
                .map(r -> RegionItem.of(r, countries, language))
                .toList());
  }

  /** Fields and themes with the Sustainable Development Goals they relate to. */
  @Get("/themes")
  HttpResponse<Page<ThemeItem>> themes(HttpRequest<?> request, Locale language) {
    return answer(request, language, () -> lists.themes(language));
  }

  /** Languages: those of Europe that are offered first, then all others. */
  @Get("/languages")
  HttpResponse<Page<LanguageItem>> languages(HttpRequest<?> request, Locale language) {
    return answer(request, language, () -> lists.languages(language));
  }

  /** Kinds of cooperation. */
  @Get("/cooperation-types")
  HttpResponse<Page<ChoiceItem>> cooperationTypes(HttpRequest<?> request, Locale language) {
    return answer(request, language, () -> lists.cooperationTypes(language));
  }

  /** Traits of a territory. */
  @Get("/traits")
  HttpResponse<Page<ChoiceItem>> traits(HttpRequest<?> request, Locale language) {
    return answer(request, language, () -> lists.traits(language));
  }

  /** Kinds of authority. */
  @Get("/authority-types")
  HttpResponse<Page<ChoiceItem>> authorityTypes(HttpRequest<?> request, Locale language) {
    return answer(request, language, () -> lists.authorityTypes(language));
  }

  /** Networks and charters. */
  @Get("/networks")
  HttpResponse<Page<ChoiceItem>> networks(HttpRequest<?> request, Locale language) {
    return answer(request, language, () -> lists.networks(language));
  }

  /** Where the data come from, under which licence, and who is to be named. */
  @Get("/attribution")
  HttpResponse<Page<AttributionItem>> attribution(HttpRequest<?> request, Locale language) {
    return answer(request, language, lists::attribution);
  }

  private <T> HttpResponse<Page<T>> answer(
      HttpRequest<?> request, Locale language, Supplier<List<T>> items) {
    String tag = "\"" + version + "-" + language.getLanguage() + "\"";
    boolean known =
        request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
            .anyMatch(sent -> sent.contains(tag) || "*".equals(sent.strip()));
    MutableHttpResponse<Page<T>> response =
        known ? HttpResponse.notModified() : HttpResponse.ok(Page.of(items.get()));
    return response
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, KEEP)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
