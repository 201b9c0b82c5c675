package eu.bridgehall.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses to go back to, as a browser has sent them: only those of this service are followed. */
final class LocalPath {
  private static final String START = "/";

  private LocalPath() {}

  /** As {@link #of}; null for the start page too, which is where nobody wants to go on to. */
  static @Nullable String orNull(@Nullable String sent) {
    String path = of(sent);
    return START.equals(path) ? null : path;
  }

  /**
   * The page of this service on which a form was sent, as the browser names it; null where it names
   * none or one of another site.
   */
  static @Nullable String before(HttpRequest<?> request) {
    String page = request.getHeaders().get(HttpHeaders.REFERER);
    String host = request.getHeaders().get(HttpHeaders.HOST);
    if (page == null || host == null) {
      return null;
    }
    try {
      URI address = new URI(page);
      String query = address.getRawQuery();
      return host.equalsIgnoreCase(address.getRawAuthority())
          ? orNull(query == null ? address.getRawPath() : address.getRawPath() + "?" + query)
          : null;
    } catch (URISyntaxException e) {
      return null; // no address at all
    }
  }

  /**
   * The path and query, without the language and the token of a form; the start page where it is
   * none of this service.
   */
  static String of(@Nullable String sent) {
    if (sent == null || !sent.startsWith("/") || sent.startsWith("//") || sent.contains("\\")) {
      return START;
    }
    try {
      URI address = new URI(sent);
      if (address.getHost() != null || address.getRawPath() == null) {
        return START;
      }
      String query = address.getRawQuery();
      String kept = query == null ? "" : query.replaceAll("(^|&)(lang|done|formToken)=[^&]*", "");
      kept = kept.startsWith("&") ? kept.substring(1) : kept;
      return kept.isEmpty() ? address.getRawPath() : address.getRawPath() + "?" + kept;
    } catch (URISyntaxException e) {
      return START; // no address at all
    }
  }
}
