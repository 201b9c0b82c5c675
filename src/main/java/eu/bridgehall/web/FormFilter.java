package eu.bridgehall.web;

import eu.bridgehall.accounts.ActorBinder;
import eu.bridgehall.accounts.BrowserSessions;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.notifications.Unsubscription;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a page's form change something only where this service has given the form to this very
 * browser. The API is left out: it takes no cookie. So are the links of mails that switch mails
 * off: mail programs post to them, and the link alone, not who sends it, says what is done.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FormFilter.AFTER_SIGN_IN)
class FormFilter {
  /** The security filter, which finds out who sends the request, stands before it. */
  static final int AFTER_SIGN_IN = 40_000;

  static final String FIELD = "formToken";

  /** The refusal of a form that was not given to this browser, or not in this session. */
  static final String OUT_OF_DATE = "web.formOutOfDate";

  private static final String API = "/api/";
  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final BrowserSessions sessions;
  private final VisitorMark visitors;

  FormFilter(BrowserSessions sessions, VisitorMark visitors) {
    this.sessions = sessions;
    this.visitors = visitors;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    if (HARMLESS.contains(request.getMethod())
        || request.getPath().startsWith(API)
        || request.getPath().startsWith(Unsubscription.PATH)) {
      return;
    }
    Actor actor = ActorBinder.find(request).orElseGet(Actor::visitor);
    String visitor = visitors.sent(request).orElse("");
    boolean marked = actor.isSignedIn() || !visitor.isEmpty();
    if (!marked || !sessions.isFormToken(token(request), actor, visitor)) {
      throw new DomainException.Forbidden(OUT_OF_DATE);
    }
  }

  private static @Nullable String token(HttpRequest<?> request) {
    // a form with files has it before them
    return SentFilter.of(request)
        .map(sent -> sent.all(FIELD))
        .filter(tokens -> tokens.size() == 1)
        .map(List::getFirst)
        .orElse(null);
  }
}
