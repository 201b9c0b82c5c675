package eu.bridgehall.web;

import eu.bridgehall.platform.SiteAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Marks the browser of somebody who is not signed in, by a random cookie, so that their forms can
 * be told from those that another site makes the browser send. It is used for nothing else.
 */
@Singleton
class VisitorMark {
  private static final String NAME = "visitor";
  private static final int BYTES = 16;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final SecureRandom random = new SecureRandom();
  private final boolean secure;

  VisitorMark(SiteAddress site) {
    secure = !site.isPlainLocal();
  }

  /** Whether cookies are for encrypted connections only: everywhere but on plain localhost. */
  boolean cookiesAreSecure() {
    return secure;
  }

  /** The mark that the browser has, or a new one. */
  String of(HttpRequest<?> request) {
    return sent(request).orElseGet(this::fresh);
  }

  /** The mark that the browser has sent. */
  Optional<String> sent(HttpRequest<?> request) {
    return request
        .getCookies()
        .findCookie(NAME)
        .map(Cookie::getValue)
        .filter(value -> SHAPE.matcher(value).matches());
  }

  /** Has the browser keep its mark. */
  <T> MutableHttpResponse<T> keep(
      HttpRequest<?> request, MutableHttpResponse<T> response, String mark) {
    if (sent(request).isEmpty()) {
      response.cookie(
          Cookie.of(NAME, mark).httpOnly(true).secure(secure).sameSite(SameSite.Lax).path("/"));
    }
    return response;
  }

  private String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
