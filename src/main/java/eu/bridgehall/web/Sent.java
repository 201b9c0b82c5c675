package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException.Invalid;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a form has sent whose fields are not known beforehand: a line for each theme, a row for each
 * twin town.
 */
record Sent(Map<String, List<String>> fields) {
  /** More than any form of ours has. */
  private static final int MOST_FIELDS = 1_000;

  /** The head of a part of a form with files that is a text, and its name. */
  private static final Pattern FIELD =
      Pattern.compile("^\\s*Content-Disposition: form-data; name=\"([^\"]*)\"\\s*$");

  /**
   * The fields of a form's body, or of an address after its question mark.
   *
   * @throws Invalid where it is not encoded as a form is
   */
  static Sent of(String body) {
    try {
      return new Sent(
          new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters());
    } catch (IllegalArgumentException malformed) {
      throw new Invalid("body", "error.http.400");
    }
  }

  /**
   * The texts in the beginning of a form with files, as far as they are whole.
   *
   * @param boundary what stands between its parts
   */
  static Sent of(byte[] beginning, String boundary) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String all = "\r\n" + new String(beginning, StandardCharsets.ISO_8859_1);
    List<String> parts =
        Pattern.compile("\r\n--" + boundary, Pattern.LITERAL).splitAsStream(all).toList();
    for (String part : parts.subList(Math.min(1, parts.size()), Math.max(1, parts.size() - 1))) {
      int body = part.indexOf("\r\n\r\n");
      Matcher name = FIELD.matcher(body < 0 ? "" : part.substring(0, body));
      if (name.find()) {
        byte[] value = part.substring(body + 4).getBytes(StandardCharsets.ISO_8859_1);
        fields
            .computeIfAbsent(name.group(1), field -> new ArrayList<>())
            .add(new String(value, StandardCharsets.UTF_8));
      }
    }
    return new Sent(fields);
  }

  /** The value of a field without the blanks around it; empty where it was not sent. */
  String one(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst().strip().replace("\r\n", "\n");
  }

  /** Every value of a field, in its order, also the empty ones. */
  List<String> all(String name) {
    return fields.getOrDefault(name, List.of()).stream()
        .map(value -> value.strip().replace("\r\n", "\n"))
        .toList();
  }

  /** The values that were ticked. */
  List<String> ticked(String name) {
    return all(name).stream().filter(value -> !value.isEmpty()).distinct().toList();
  }

  /** Whether a box was ticked. */
  boolean has(String name) {
    return !one(name).isEmpty();
  }

  /** The version of what the person has read; 0, which is never right, where none was sent. */
  long version() {
    String version = one("version");
    return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  /** The names of the fields that begin so. */
  Set<String> named(String beginning) {
    return fields.keySet().stream()
        .filter(name -> name.startsWith(beginning))
        .collect(Collectors.toUnmodifiableSet());
  }
}
