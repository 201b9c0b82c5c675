package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.notifications.NoticeResponse;
import eu.bridgehall.notifications.Notices;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpRequest;
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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the reader was told. */
@Hidden
@Controller("/notices")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class NoticePageController {
  private static final int PAGE = 20;

  private final Pages pages;
  private final Notices notices;

  NoticePageController(Pages pages, Notices notices) {
    this.pages = pages;
    this.notices = notices;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable Integer offset,
      @QueryValue @Nullable String only) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    boolean unread = NoticeListView.UNREAD.equals(only);
    Page<NoticeResponse> found = notices.listLatest(actor, unread, asked, language);
    NoticeListView view =
        new NoticeListView(
            found.items(), unread, Pager.of(NoticeListView.address(unread), asked, found));
    return pages.page(request, actor, "notices/page", Map.of("view", view));
  }

  /** Marks one as read, or those that were shown. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> mark(Actor actor, @Body NoticeMarkForm form) {
    UUID one = form.one();
    if (one != null) {
      notices.markRead(actor, one);
    } else {
      notices.markRead(actor, form.ids());
    }
    return Pages.to(
        NoticeListView.address("yes".equals(form.unread())),
        one == null ? "notices-read" : "notice-read");
  }
}
