package eu.bridgehall.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses to go back to, as a browser has sent them: only those of this service are followed. */
final class LocalPath {
  private static final String START = "/";

  private LocalPath() {}

  /** The path and query, without the language; the start page where it is none of this service. */
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
      String kept = query == null ? "" : query.replaceAll("(^|&)(lang|done)=[^&]*", "");
      kept = kept.startsWith("&") ? kept.substring(1) : kept;
      return kept.isEmpty() ? address.getRawPath() : address.getRawPath() + "?" + kept;
    } catch (URISyntaxException e) {
      return START; // no address at all
    }
  }
}
