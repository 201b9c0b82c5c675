package eu.bridgehall.accounts;

import eu.bridgehall.platform.http.SiteCookies;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Finds the browser's session in its cookie, for pages only: what the API does it does for those
 * who send a token, which no other site can make a browser send.
 */
@Singleton
class BrowserCookie implements TokenReader<HttpRequest<?>> {
  static final String NAME = "bridgehall";
  private static final String API = "/api/";

  private final SiteCookies cookies;

  BrowserCookie(SiteCookies cookies) {
    this.cookies = cookies;
  }

  static boolean isForPages(HttpRequest<?> request) {
    return !request.getPath().startsWith(API);
  }

  @Override
  public Optional<String> findToken(HttpRequest<?> request) {
    return isForPages(request) ? cookies.find(request, NAME) : Optional.empty();
  }
}
