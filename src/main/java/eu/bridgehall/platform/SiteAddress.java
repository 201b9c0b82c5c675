package eu.bridgehall.platform;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address under which people reach the service. The start ends where it is not one. */
@Context
public class SiteAddress {
  private static final String SETTING = "bridgehall.base-url";
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String text;
  private final boolean encrypted;
  private final boolean local;

  SiteAddress(@Property(name = SETTING) String address) {
    URI uri = uri(address);
    String host = uri == null ? null : uri.getHost();
    String scheme = uri == null ? null : uri.getScheme();
    if (host == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new CannotStart(
          SETTING + " is not an address like https://bridgehall.example: " + address);
    }
    text = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    encrypted = "https".equals(scheme);
    local = LOCAL.contains(host);
  }

  private static @Nullable URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** What links begin with, without a slash at the end. */
  public String text() {
    return text;
  }

  /** Whether people reach the service by https. */
  public boolean isEncrypted() {
    return encrypted;
  }

  /** Whether it is plain http on this very machine, the only place where cookies go so. */
  public boolean isPlainLocal() {
    return local && !encrypted;
  }
}
