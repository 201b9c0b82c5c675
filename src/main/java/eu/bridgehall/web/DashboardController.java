package eu.bridgehall.web;

import eu.bridgehall.accounts.Invitations;
import eu.bridgehall.kernel.Actor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What waits for the person who has signed in. */
@Hidden
@Controller("/dashboard")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class DashboardController {
  private final Pages pages;
  private final DashboardViews views;
  private final Invitations invitations;

  DashboardController(Pages pages, DashboardViews views, Invitations invitations) {
    this.pages = pages;
    this.views = views;
    this.invitations = invitations;
  }

  @Get
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, Locale language) {
    return pages.page(request, actor, "dashboard/page", Map.of("view", views.of(actor, language)));
  }

  /** Accepts an invitation to the reader's own address. */
  @Post("/invitations/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> accept(Actor actor, UUID id) {
    invitations.acceptOwn(actor, id);
    return Pages.to("/dashboard", "joined");
  }
}
