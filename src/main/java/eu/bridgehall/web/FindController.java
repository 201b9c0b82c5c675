package eu.bridgehall.web;

import eu.bridgehall.discovery.MapPoint;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import org.jspecify.annotations.Nullable;

/** Finding partners: the list, its map, and the places and authorities that a name may mean. */
@Hidden
@Controller(FindForm.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class FindController {
  private static final String PUSH = "HX-Push-Url";
  private static final String TARGET = "HX-Target";
  private static final String VIEW = "view";

  private final Pages pages;
  private final FindPages find;
  private final PlacePicker places;
  private final Suggestions suggestions;

  FindController(Pages pages, FindPages find, PlacePicker places, Suggestions suggestions) {
    this.pages = pages;
    this.find = find;
    this.places = places;
    this.suggestions = suggestions;
  }

  /** The page, or of it what changes: all the results, or those after the ones shown. */
  @Get
  @RateLimited("public-search")
  MutableHttpResponse<Object> find(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable String cursor) {
    FindForm form = FindForm.of(request.getParameters());
    FindView view = find.find(actor, form, cursor, language);
    Map<String, FindView> model = Map.of(VIEW, view);
    if (!Pages.wantsPart(request)) {
      return pages.page(
          request,
          actor,
          view.refused() ? HttpStatus.BAD_REQUEST : HttpStatus.OK,
          "find/page",
          model);
    }
    if ("more".equals(request.getHeaders().get(TARGET))) {
      return pages.page(request, actor, "find/_more", model);
    }
    return pages.page(request, actor, "find/_answer", model).header(PUSH, view.form().address());
  }

  /** Where what is found lies, as a map takes it. */
  @Get("/map")
  @Produces(MediaType.APPLICATION_JSON)
  @RateLimited("public-search")
  MutableHttpResponse<List<MapPoint>> map(HttpRequest<?> request, Actor actor) {
    return HttpResponse.ok(find.points(actor, FindForm.of(request.getParameters())))
        // also for a browser that opens it as a page, and would rather have one
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /** The places that a name may mean, while it is typed. */
  @Get("/places")
  @RateLimited("public-search")
  MutableHttpResponse<Object> places(HttpRequest<?> request, Actor actor, Locale language) {
    FindForm form = FindForm.of(request.getParameters());
    return pages.page(
        request,
        actor,
        "find/_places",
        Map.of("places", places.choices(places.search(form.place()), language)));
  }

  /** The authorities and places that a name may mean, while it is typed. */
  @Get("/suggestions")
  @RateLimited("public-search")
  MutableHttpResponse<Object> suggestions(HttpRequest<?> request, Actor actor, Locale language) {
    String typed = FindForm.of(request.getParameters()).q();
    return pages.page(
        request, actor, "find/_suggestions", Map.of(VIEW, suggestions.of(actor, typed, language)));
  }
}
