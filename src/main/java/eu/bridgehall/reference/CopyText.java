package eu.bridgehall.reference;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows in the text format of PostgreSQL's COPY. */
final class CopyText {
  private final StringBuilder text = new StringBuilder();

  /** Adds a row; null is the database's null. */
  void add(List<@Nullable String> row) {
    String separator = "";
    for (String value : row) {
      text.append(separator);
      separator = "\t";
      if (value == null) {
        text.append("\\N");
      } else {
        escape(value);
      }
    }
    text.append('\n');
  }

  /** How many characters there are to take. */
  int length() {
    return text.length();
  }

  /** What was added since it was last taken. */
  byte[] take() {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    return bytes;
  }

  /** The text form of an array of texts. */
  static String array(Collection<String> values) {
    StringBuilder array = new StringBuilder("{");
    for (String value : values) {
      if (array.length() > 1) {
        array.append(',');
      }
      array.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return array.append('}').toString();
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
