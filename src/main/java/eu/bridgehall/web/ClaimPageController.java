package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Claim;
import eu.bridgehall.profiles.ClaimTarget;
import eu.bridgehall.profiles.Claims;
import eu.bridgehall.profiles.model.ClaimKind;
import eu.bridgehall.reference.Countries;
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
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking to act for an authority that others have registered, and what has become of it. */
@Hidden
@Controller("/claims")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ClaimPageController {
  static final int PAGE = 20;
  private static final String HERE = "/claims";

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("kind", "claims.kind", "message", "claims.message");

  private final Pages pages;
  private final Claims claims;
  private final Countries countries;
  private final Messages messages;

  ClaimPageController(Pages pages, Claims claims, Countries countries, Messages messages) {
    this.pages = pages;
    this.claims = claims;
    this.countries = countries;
    this.messages = messages;
  }

  /** The claims that the reader has made. */
  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    return pages.page(
        request,
        actor,
        "claims/own",
        Map.of("view", view(claims.listOwn(actor, asked), asked, HERE)));
  }

  @Get("/new")
  MutableHttpResponse<Object> form(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue UUID authority) {
    ClaimForm empty = new ClaimForm(authority, ClaimKind.JOIN.id(), "");
    return form(request, actor, language, HttpStatus.OK, authority, empty, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> claim(
      HttpRequest<?> request, Actor actor, Locale language, @Body ClaimForm form) {
    try {
      claims.claim(actor, form.request());
      return Pages.to(HERE, "claimed");
    } catch (DomainException.Invalid | Conflict refusal) {
      UUID authority = form.authority();
      if (authority == null) {
        throw refusal;
      }
      FormErrors errors =
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language);
      HttpStatus status = ProblemFactory.status(refusal);
      return form(request, actor, language, status, authority, form, errors);
    }
  }

  private MutableHttpResponse<Object> form(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      UUID authority,
      ClaimForm form,
      FormErrors errors) {
    ClaimTarget target = claims.target(actor, authority);
    ClaimNewView view =
        new ClaimNewView(
            target,
            countries.find(target.country()).map(c -> c.name(language)).orElse(""),
            Arrays.stream(ClaimKind.values()).map(ClaimKind::id).toList(),
            form,
            errors);
    return pages.page(request, actor, status, "claims/new", Map.of("view", view));
  }

  static ClaimListView view(Page<Claim> found, PageRequest asked, String address) {
    return new ClaimListView(found.items(), found.total(), Pager.of(address, asked, found));
  }
}
