package eu.bridgehall.web;

import eu.bridgehall.discovery.SearchAnswer;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.search.Facet;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first page: what Bridgehall is, and a search to begin with. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class HomeController {
  private static final String HROMADA = "hromada";

  private final Pages pages;
  private final FindPages find;

  HomeController(Pages pages, FindPages find) {
    this.pages = pages;
    this.find = find;
  }

  @Get
  MutableHttpResponse<Object> home(HttpRequest<?> request, Actor actor, Locale language) {
    SearchAnswer all = find.count(actor, language);
    HomeView figures =
        new HomeView(
            all.total(),
            counts(all, Facet.COUNTRY).size(),
            count(all, Facet.TYPE, HROMADA),
            count(all, Facet.SEEKS_UKRAINIAN, Facet.YES));
    return pages.page(request, actor, "home/page", Map.of("view", figures));
  }

  private static long count(SearchAnswer answer, Facet facet, String code) {
    return counts(answer, facet).stream()
        .filter(c -> c.code().equals(code))
        .mapToLong(SearchAnswer.FacetCount::count)
        .sum();
  }

  private static List<SearchAnswer.FacetCount> counts(SearchAnswer answer, Facet facet) {
    return answer.facets().getOrDefault(facet.id(), List.of());
  }
}
