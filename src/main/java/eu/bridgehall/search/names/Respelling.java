package eu.bridgehall.search.names;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A habit of spelling, told by what it makes of the letters of another: at each place the first
 * entry that fits is replaced, and what was replaced is not looked at again.
 */
final class Respelling {
  private final Map<String, String> entries = new LinkedHashMap<>();

  /**
   * @param pairs what is replaced and by what, in turn, the longer before what it begins with
   */
  Respelling(String pairs) {
    String[] parts = pairs.split(" ", -1);
    for (int i = 0; i < parts.length; i += 2) {
      entries.put(parts[i], parts[i + 1]);
    }
  }

  /** The text, which is in lower case, as it is spelt by this habit. */
  String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    int at = 0;
    while (at < text.length()) {
      String found = null;
      for (String entry : entries.keySet()) {
        if (text.startsWith(entry, at)) {
          found = entry;
          break;
        }
      }
      if (found == null) {
        out.append(text.charAt(at));
        at++;
      } else {
        out.append(entries.get(found));
        at += found.length();
      }
    }
    return out.toString();
  }
}
