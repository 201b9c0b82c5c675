package eu.bridgehall.platform.http;

import eu.bridgehall.platform.SiteAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The service's cookies: no script reads them, and no other site's form sends them. Everywhere but
 * on plain localhost they are for encrypted connections only, and are named so that a browser takes
 * them from this very host alone, for all of its paths, and from none of its subdomains.
 */
@Singleton
public class SiteCookies {
  private static final String THIS_HOST_ONLY = "__Host-";

  private final boolean secure;

  SiteCookies(SiteAddress site) {
    secure = !site.isPlainLocal();
  }

  /** A cookie that the browser keeps until it is closed, or for as long as is said then. */
  public Cookie make(String name, String value) {
    return Cookie.of(called(name), value)
        .httpOnly(true)
        .secure(secure)
        .sameSite(SameSite.Lax)
        .path("/");
  }

  /** What takes a cookie away. */
  public Cookie gone(String name) {
    return make(name, "").maxAge(Duration.ZERO);
  }

  /** What the browser has sent. */
  public Optional<String> find(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(called(name)).map(Cookie::getValue);
  }

  private String called(String name) {
    return secure ? THIS_HOST_ONLY + name : name;
  }
}
