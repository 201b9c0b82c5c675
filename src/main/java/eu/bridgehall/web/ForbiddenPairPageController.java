package eu.bridgehall.web;

import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.partnerships.ForbiddenPair;
import eu.bridgehall.partnerships.ForbiddenPairs;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pairs that are kept apart, for the secretariat. */
@Hidden
@Controller(Addresses.FORBIDDEN_PAIRS)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ForbiddenPairPageController {
  private static final int PAGE = 20;
  private static final String NEW = Addresses.FORBIDDEN_PAIRS + "/new";
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("reason", "forbiddenPairs.reason");

  private final Pages pages;
  private final ForbiddenPairs pairs;
  private final PairChooser chooser;
  private final CodeNames names;
  private final Messages messages;

  ForbiddenPairPageController(
      Pages pages, ForbiddenPairs pairs, PairChooser chooser, CodeNames names, Messages messages) {
    this.pages = pages;
    this.pairs = pairs;
    this.chooser = chooser;
    this.names = names;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<ForbiddenPair> found = pairs.list(actor, asked);
    Map<String, Object> model = new HashMap<>();
    model.put("pairs", found.items());
    model.put("total", found.total());
    model.put("names", names);
    model.put("pager", Pager.of(Addresses.FORBIDDEN_PAIRS, asked, found));
    return pages.page(request, actor, "review/forbidden-pairs", model);
  }

  /** Two authorities are chosen by their names, then a reason is given. */
  @Get("/new")
  MutableHttpResponse<Object> form(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable UUID one,
      @QueryValue @Nullable UUID other,
      @QueryValue @Nullable String q) {
    pairs.list(actor, new PageRequest(0, 1)); // whoever may not see the list may not add to it
    return form(
        request,
        actor,
        HttpStatus.OK,
        chooser.of(actor, NEW, one, other, q, language),
        "",
        FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> forbid(
      HttpRequest<?> request, Actor actor, Locale language, @Body ForbidForm form) {
    try {
      pairs.forbid(actor, form.request());
      return Pages.to(Addresses.FORBIDDEN_PAIRS, "pair-forbidden");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return form(
          request,
          actor,
          ProblemFactory.status(refusal),
          chooser.of(actor, NEW, form.one(), form.other(), null, language),
          form.reason() == null ? "" : form.reason(),
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  @Post("/{id}/lift")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> lift(Actor actor, UUID id) {
    pairs.lift(actor, id);
    return Pages.to(Addresses.FORBIDDEN_PAIRS, "pair-lifted");
  }

  private MutableHttpResponse<Object> form(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      PairChoice choice,
      String reason,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "review/forbid",
        Map.of("choice", choice, "reason", reason, "errors", errors));
  }
}
