package eu.bridgehall.platform.http;

import eu.bridgehall.platform.SiteAddress;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells browsers to load nothing foreign, guess no types and tell nobody where they came from. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** Two years, as browsers want it of those whom they ask by https only from the start. */
  private static final String HTTPS_ONLY = "max-age=63072000; includeSubDomains";

  private final boolean encrypted;

  SecurityHeadersFilter(SiteAddress site) {
    this.encrypted = site.isEncrypted();
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    set(response, "Content-Security-Policy", POLICY);
    set(response, "X-Content-Type-Options", "nosniff");
    // with no-referrer a browser names no origin for its own forms either, and is then refused
    set(response, "Referrer-Policy", "same-origin");
    set(response, "X-Frame-Options", "DENY");
    set(response, "Cross-Origin-Opener-Policy", "same-origin");
    set(response, "Cross-Origin-Resource-Policy", "same-origin");
    set(response, "Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (encrypted) {
      set(response, "Strict-Transport-Security", HTTPS_ONLY);
    }
    // What one person may see must not be kept for another; answers for all say so themselves.
    set(response, "Cache-Control", "no-store");
  }

  private static void set(MutableHttpResponse<?> response, String header, String value) {
    if (!response.getHeaders().contains(header)) {
      response.header(header, value);
    }
  }
}
