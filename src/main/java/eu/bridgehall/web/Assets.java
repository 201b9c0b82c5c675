package eu.bridgehall.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that belong to the pages: styles, scripts, pictures, shapes of maps. Their addresses
 * hold a hash of all of them, so that a browser may keep each for a year and still gets the new
 * ones with a new version.
 */
@Singleton
public class Assets {
  private static final String ROOT = "/assets/";
  private static final int HASH_BYTES = 6;

  /** Address below the root, and where it lies on the class path. */
  private static final Map<String, String> FILES = files();

  private final String version;

  Assets() {
    version = version();
  }

  private static Map<String, String> files() {
    String webjars = "META-INF/resources/webjars/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("bootstrap.css", webjars + "bootstrap/5.3.8/dist/css/bootstrap.min.css");
    files.put("htmx.js", webjars + "htmx.org/2.0.10/dist/htmx.min.js");
    files.put("leaflet/leaflet.css", webjars + "leaflet/1.9.4/dist/leaflet.css");
    files.put("leaflet/leaflet.js", webjars + "leaflet/1.9.4/dist/leaflet.js");
    files.put(
        "leaflet/markercluster.js",
        webjars + "leaflet-markercluster/1.4.1/leaflet.markercluster.js");
    files.put(
        "leaflet/markercluster.css", webjars + "leaflet-markercluster/1.4.1/MarkerCluster.css");
    for (String own :
        new String[] {
          "css/tokens.css",
          "css/bridgehall.css",
          "css/edit.css",
          "css/menu-folded.css",
          "css/menu-wide.css",
          "css/pairs.css",
          "css/print.css",
          "js/conversation.js",
          "js/page.js",
          "js/map.js",
          "img/mark.svg",
          "map/countries.json"
        }) {
      files.put(own, "public/" + own);
    }
    return files;
  }

  /**
   * The address of a file.
   *
   * @throws IllegalArgumentException where there is no such file
   */
  public String address(String file) {
    if (!FILES.containsKey(file)) {
      throw new IllegalArgumentException("No such file of the pages: " + file);
    }
    return ROOT + version + "/" + file;
  }

  /** The content of a file. */
  Optional<byte[]> read(String file) {
    return Optional.ofNullable(FILES.get(file)).map(Assets::bytes);
  }

  /** Whether this is the version of the files that there are now. */
  boolean isCurrent(String asked) {
    return version.equals(asked);
  }

  private static String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      FILES.forEach(
          (file, source) -> {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(source));
          });
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(String source) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(source)) {
      if (in == null) {
        throw new IllegalStateException("A file of the pages is missing: " + source);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
