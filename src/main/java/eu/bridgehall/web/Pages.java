package eu.bridgehall.web;

import eu.bridgehall.accounts.BrowserSessions;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.notifications.Notices;
import eu.bridgehall.platform.http.RequestLanguage;
import eu.bridgehall.platform.i18n.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers with pages: in the reader's language, with what is around the content. */
@Singleton
class Pages {
  private static final String DONE = "done";

  private final Messages messages;
  private final RequestLanguage language;
  private final Assets assets;
  private final People people;
  private final Acting acting;
  private final ConversationService conversations;
  private final Notices notices;
  private final BrowserSessions sessions;
  private final VisitorMark visitors;
  private final Router router;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  Pages(
      Messages messages,
      RequestLanguage language,
      Assets assets,
      People people,
      Acting acting,
      ConversationService conversations,
      Notices notices,
      BrowserSessions sessions,
      VisitorMark visitors,
      Router router) {
    this.messages = messages;
    this.language = language;
    this.assets = assets;
    this.people = people;
    this.acting = acting;
    this.conversations = conversations;
    this.notices = notices;
    this.sessions = sessions;
    this.visitors = visitors;
    this.router = router;
  }

  /**
   * The page of this template; it finds its frame under {@code page}, and the rest of the model.
   */
  MutableHttpResponse<Object> page(
      HttpRequest<?> request, Actor actor, String template, Map<String, ?> model) {
    return page(request, actor, HttpStatus.OK, template, model);
  }

  /** The page of this template, with another status: a form with errors is answered with 422. */
  MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      String template,
      Map<String, ?> model) {
    String visitor = visitors.of(request);
    if (actor.isSignedIn()
        && status == HttpStatus.OK
        && request.getMethod() == HttpMethod.GET
        && !wantsPart(request)) {
      notices.opened(actor, request.getPath());
    }
    Frame frame = frame(request, actor, visitor);
    Map<String, Object> all = new HashMap<>(model);
    all.put("page", frame);
    StringOutput out = new StringOutput();
    templates.render(template + ".jte", all, out);
    MutableHttpResponse<Object> response =
        HttpResponse.<Object>status(status)
            .contentType(new MediaType("text/html; charset=utf-8"))
            .header(HttpHeaders.CONTENT_LANGUAGE, frame.lang())
            .header(HttpHeaders.VARY, "Accept-Language, Cookie, HX-Request")
            .body(out.toString());
    return visitors.keep(request, response, visitor);
  }

  /**
   * The fragment for a request that changes a part of a page in place, the whole page for others.
   */
  MutableHttpResponse<Object> pageOrPart(
      HttpRequest<?> request, Actor actor, String page, String part, Map<String, ?> model) {
    return page(request, actor, wantsPart(request) ? part : page, model);
  }

  static boolean wantsPart(HttpRequest<?> request) {
    return "true".equals(request.getHeaders().get("HX-Request"))
        && !"true".equals(request.getHeaders().get("HX-History-Restore-Request"));
  }

  /** Sends the browser to another page after something was done. */
  static MutableHttpResponse<Object> to(String path) {
    return HttpResponse.seeOther(URI.create(path));
  }

  /**
   * Sends the browser to another page, which then says what was done.
   *
   * @param done the end of a message key that begins with {@code notice.}
   */
  static MutableHttpResponse<Object> to(String path, String done) {
    return to(path + (path.contains("?") ? '&' : '?') + DONE + '=' + done);
  }

  private Frame frame(HttpRequest<?> request, Actor actor, String visitor) {
    return new Frame(
        language.of(request),
        messages,
        assets,
        reader(actor),
        sessions.formToken(actor, visitor),
        readable(request),
        notice(request));
  }

  private Reader reader(Actor actor) {
    if (!actor.isSignedIn()) {
      return new Reader(actor, null, List.of(), 0, 0);
    }
    Optional<Person> person = people.find(actor.person());
    return new Reader(
        actor,
        person.map(Person::name).orElse(""),
        acting.all(actor),
        conversations.countUnread(actor).total(),
        notices.countUnread(actor));
  }

  /**
   * Where the page is read: its address, or of one that answers a form, and cannot be read there,
   * the nearest above it, which shows the form. So the same page in another language is no dead
   * end.
   */
  private String readable(HttpRequest<?> request) {
    String whole = path(request);
    String path = request.getPath();
    String above = path;
    while (request.getMethod() == HttpMethod.POST
        && above.lastIndexOf('/') > 0
        && router.route(HttpMethod.GET, above).isEmpty()) {
      above = above.substring(0, above.lastIndexOf('/'));
    }
    return above + whole.substring(path.length());
  }

  static String path(HttpRequest<?> request) {
    String query = request.getUri().getRawQuery();
    return query == null ? request.getPath() : request.getPath() + "?" + query;
  }

  private @Nullable String notice(HttpRequest<?> request) {
    return request
        .getParameters()
        .getFirst(DONE)
        .map(done -> "notice." + done)
        .filter(messages::has)
        .map(key -> messages.text(language.of(request), key))
        .orElse(null);
  }
}
