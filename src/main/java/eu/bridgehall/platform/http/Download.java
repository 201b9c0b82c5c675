package eu.bridgehall.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;

/** Answers with a file that somebody has sent: to be kept, never to be shown by the browser. */
public final class Download {
  private static final String UNRESERVED = "!#$&+-.^_`|~";

  private Download() {}

  /** The file under its name, with nothing that a browser could take for a page of ours. */
  public static MutableHttpResponse<byte[]> of(String name, String type, byte[] content) {
    return HttpResponse.ok(content)
        .contentType(MediaType.of(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  /**
   * The name in RFC 5987's writing, and before it one in ASCII for programs that do not read it.
   */
  private static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
