package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.notifications.Unsubscription;
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
import java.util.Map;

/**
 * Switches mails off by the link that stands in them, for whoever has it: without signing in, and
 * also for a mail program that posts there of itself (RFC 8058). Looking at it changes nothing.
 */
@Hidden
@Controller(Unsubscription.PATH + "{token}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class UnsubscribeController {
  private final Pages pages;
  private final Unsubscription unsubscription;

  UnsubscribeController(Pages pages, Unsubscription unsubscription) {
    this.pages = pages;
    this.unsubscription = unsubscription;
  }

  @Get
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, String token) {
    return page(request, actor, unsubscription.find(token), false);
  }

  /** What is sent with it does not matter: the address says it all. */
  @Post
  @Consumes(MediaType.ALL)
  MutableHttpResponse<Object> switchOff(HttpRequest<?> request, Actor actor, String token) {
    return page(request, actor, unsubscription.switchOff(token), true);
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request, Actor actor, Unsubscription.Way way, boolean done) {
    return pages.page(request, actor, "notices/off", Map.of("way", way, "done", done));
  }
}
