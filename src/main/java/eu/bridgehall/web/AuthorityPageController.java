package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.matching.Matches;
import eu.bridgehall.matching.PairView;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authority's page, and on it how well it fits one of the reader's own. */
@Hidden
@Controller("/authorities/{id}")
@Produces(MediaType.TEXT_HTML)
class AuthorityPageController {
  private final Pages pages;
  private final AuthorityPages authorities;
  private final Matches matches;
  private final Organisations organisations;
  private final Messages messages;

  AuthorityPageController(
      Pages pages,
      AuthorityPages authorities,
      Matches matches,
      Organisations organisations,
      Messages messages) {
    this.pages = pages;
    this.authorities = authorities;
    this.matches = matches;
    this.organisations = organisations;
    this.messages = messages;
  }

  /** What the reader may see of it; 404 also where that is nothing. */
  @Get
  @Secured(SecurityRule.IS_ANONYMOUS)
  MutableHttpResponse<Object> show(
      HttpRequest<?> request, Actor actor, Locale language, String id) {
    return pages.page(
        request,
        actor,
        "authority/page",
        Map.of("view", authorities.view(actor, id(id), language)));
  }

  /** How well it fits one of the reader's authorities, with both sides' reasons. */
  @Get("/fit")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  MutableHttpResponse<Object> fit(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      String id,
      @QueryValue("for") @Nullable String own) {
    if (own == null || own.isBlank()) {
      throw new NotFound("authority.fit.choose");
    }
    return pages.pageOrPart(
        request,
        actor,
        "authority/fit",
        "authority/_fit",
        Map.of("view", fit(actor, id(own), id(id), language)));
  }

  private FitView fit(Actor actor, UUID own, UUID other, Locale language) {
    String otherName = authorities.view(actor, other, language).name();
    try {
      PairView pair = matches.explain(actor, own, other, null, null, language);
      return new FitView(
          own,
          organisations.getAuthority(own).name(),
          other,
          otherName,
          pair,
          null,
          actor.isMember(own, MemberRole.EDITOR) && mayAsk(pair));
    } catch (DomainException.Conflict refusal) {
      return new FitView(
          own,
          organisations.getAuthority(own).name(),
          other,
          otherName,
          null,
          messages.text(language, refusal.key(), refusal.arguments()),
          false);
    }
  }

  /** What is not suggested may be asked for, as long as the two are not at it or kept apart. */
  private static boolean mayAsk(PairView pair) {
    return pair.gates().stream()
        .allMatch(
            gate ->
                gate.id().startsWith("must.mine")
                    || "cooperation".equals(gate.id())
                    || "dismissed".equals(gate.id()));
  }

  /** The id that an address names; what is none leads to nothing. */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFound("error.http.404"); // no id, so there is nothing
    }
  }
}
