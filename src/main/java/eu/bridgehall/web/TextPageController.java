package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.reference.ReferenceLists;
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
import java.util.Map;
import java.util.stream.IntStream;

/** The pages that are read only: what this is, how it works, and where its data come from. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class TextPageController {
  private final Pages pages;
  private final Messages messages;
  private final ReferenceLists reference;

  TextPageController(Pages pages, Messages messages, ReferenceLists reference) {
    this.pages = pages;
    this.messages = messages;
    this.reference = reference;
  }

  @Get("/about")
  MutableHttpResponse<Object> about(HttpRequest<?> request, Actor actor) {
    return text(request, actor, "about");
  }

  @Get("/help")
  MutableHttpResponse<Object> help(HttpRequest<?> request, Actor actor) {
    return text(request, actor, "help");
  }

  @Get("/accessibility")
  MutableHttpResponse<Object> accessibility(HttpRequest<?> request, Actor actor) {
    return text(request, actor, "accessibility");
  }

  @Get("/attribution")
  MutableHttpResponse<Object> attribution(HttpRequest<?> request, Actor actor) {
    return pages.page(
        request, actor, "text/attribution", Map.of("sources", reference.attribution()));
  }

  /** The main parameters of the ranking, from the program's own numbers. */
  @Get("/ranking")
  MutableHttpResponse<Object> ranking(HttpRequest<?> request, Actor actor) {
    return pages.page(request, actor, "text/ranking", Map.of("view", RankingView.byDefault()));
  }

  /** A page of numbered sections: as many as there are headings for it in the message files. */
  private MutableHttpResponse<Object> text(HttpRequest<?> request, Actor actor, String name) {
    List<String> sections =
        IntStream.iterate(1, n -> messages.has(section(name, n) + ".heading"), n -> n + 1)
            .mapToObj(n -> section(name, n))
            .toList();
    return pages.page(
        request, actor, "text/page", Map.of("key", "text." + name, "sections", sections));
  }

  private static String section(String name, int number) {
    return "text." + name + "." + number;
  }
}
