package eu.bridgehall.web;

import eu.bridgehall.platform.http.SiteCookies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
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
  private final SiteCookies cookies;

  VisitorMark(SiteCookies cookies) {
    this.cookies = cookies;
  }

  /** The mark that the browser has, or a new one. */
  String of(HttpRequest<?> request) {
    return sent(request).orElseGet(this::fresh);
  }

  /** The mark that the browser has sent. */
  Optional<String> sent(HttpRequest<?> request) {
    return cookies.find(request, NAME).filter(value -> SHAPE.matcher(value).matches());
  }

  /** Has the browser keep its mark. */
  <T> MutableHttpResponse<T> keep(
      HttpRequest<?> request, MutableHttpResponse<T> response, String mark) {
    if (sent(request).isEmpty()) {
      response.cookie(cookies.make(NAME, mark));
    }
    return response;
  }

  private String fresh() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
