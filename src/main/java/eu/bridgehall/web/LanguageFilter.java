package eu.bridgehall.web;

import eu.bridgehall.accounts.ActorBinder;
import eu.bridgehall.accounts.People;
import eu.bridgehall.platform.http.RequestLanguage;
import eu.bridgehall.platform.http.SiteCookies;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the language of a page: that of the account, else of the address ({@code ?lang=uk}), else
 * of the cookie that the language switch sets. Without any, the browser's languages decide.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FormFilter.AFTER_SIGN_IN - 1)
class LanguageFilter {
  static final String PARAMETER = "lang";
  static final String COOKIE = "language";
  private static final List<String> NO_PAGES = List.of("/api/", "/assets/", "/health");

  private final People people;
  private final Messages messages;
  private final SiteCookies cookies;

  LanguageFilter(People people, Messages messages, SiteCookies cookies) {
    this.people = people;
    this.messages = messages;
    this.cookies = cookies;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void choose(HttpRequest<?> request) {
    if (NO_PAGES.stream().anyMatch(request.getPath()::startsWith)) {
      return;
    }
    ofAccount(request)
        .or(() -> known(Optional.ofNullable(request.getParameters().get(PARAMETER))))
        .or(() -> known(cookies.find(request, COOKIE)))
        .ifPresent(chosen -> request.setAttribute(RequestLanguage.CHOSEN, chosen));
  }

  private Optional<Locale> ofAccount(HttpRequest<?> request) {
    return ActorBinder.find(request)
        .flatMap(actor -> people.find(actor.person()))
        .map(person -> Locale.of(person.language()));
  }

  private Optional<Locale> known(Optional<String> code) {
    return code.map(Locale::forLanguageTag).filter(messages.languages()::contains);
  }
}
