package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.notifications.DeadMail;
import eu.bridgehall.notifications.DeadMails;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails that could not be delivered. */
@Hidden
@Controller(Addresses.DEAD_MAILS)
@Produces(MediaType.TEXT_HTML)
@Secured(
    SecurityRule
        .IS_AUTHENTICATED) // who is no administrator is told so by the service, in her language
class DeadMailPageController {
  private static final int PAGE = 20;

  private final Pages pages;
  private final DeadMails mails;

  DeadMailPageController(Pages pages, DeadMails mails) {
    this.pages = pages;
    this.mails = mails;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<DeadMail> found = mails.list(actor, asked);
    return pages.page(
        request,
        actor,
        "mails/list",
        Map.of(
            "mails", found.items(),
            "total", found.total(),
            "pager", Pager.of(Addresses.DEAD_MAILS, asked, found)));
  }

  /** Asks once more before all are tried again. */
  @Get("/retry")
  MutableHttpResponse<Object> beforeRetryAll(HttpRequest<?> request, Actor actor) {
    return pages.page(request, actor, "mails/retry", Map.of("total", mails.count(actor)));
  }

  @Post("/retry")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> retryAll(Actor actor) {
    mails.retryAll(actor);
    return Pages.to(Addresses.DEAD_MAILS, "mails-retried");
  }

  /** Asks once more before a mail is dropped. */
  @Get("/{id}/drop")
  MutableHttpResponse<Object> beforeDrop(HttpRequest<?> request, Actor actor, UUID id) {
    return pages.page(request, actor, "mails/drop", Map.of("mail", mails.get(actor, id)));
  }

  @Post("/{id}/drop")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> drop(Actor actor, UUID id) {
    mails.drop(actor, id);
    return Pages.to(Addresses.DEAD_MAILS, "mail-dropped");
  }

  @Post("/{id}/retry")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> retry(Actor actor, UUID id) {
    mails.retry(actor, id);
    return Pages.to(Addresses.DEAD_MAILS, "mail-retried");
  }
}
