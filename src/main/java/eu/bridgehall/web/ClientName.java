package eu.bridgehall.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser or program calls itself, as a person would say it. Only the common ones are known;
 * of others the first word is shown, and never more is claimed than stands there.
 *
 * @param browser name of the browser or program; null where it gives none
 * @param system name of the operating system; null where it gives none that is known
 */
public record ClientName(@Nullable String browser, @Nullable String system) {
  private static final int LONGEST_WORD = 40;
  private static final Pattern FIRST_WORD = Pattern.compile("\\s*([^\\s/;()]+)");

  /** The first that is found wins: most browsers name the others too, for old sites' sake. */
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg/", "Edge"),
          new Mark("EdgA/", "Edge"),
          new Mark("EdgiOS/", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("Vivaldi/", "Vivaldi"),
          new Mark("SamsungBrowser/", "Samsung Internet"),
          new Mark("YaBrowser/", "Yandex Browser"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("CriOS/", "Chrome"),
          new Mark("HeadlessChrome/", "Chrome"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Version/", "Safari"));

  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("iPhone", "iOS"),
          new Mark("iPad", "iPadOS"),
          new Mark("Android", "Android"),
          new Mark("Windows", "Windows"),
          new Mark("Mac OS X", "macOS"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Linux", "Linux"));

  /**
   * Reads it.
   *
   * @param userAgent as it was sent; empty for none
   */
  static ClientName of(String userAgent) {
    if (!userAgent.startsWith("Mozilla/")) {
      Matcher word = FIRST_WORD.matcher(userAgent);
      return new ClientName(word.lookingAt() ? shortened(word.group(1)) : null, null);
    }
    String system = find(SYSTEMS, userAgent);
    String browser = find(BROWSERS, userAgent);
    boolean safari = "Safari".equals(browser) && !userAgent.contains("Safari/");
    return new ClientName(safari ? null : browser, system);
  }

  private static @Nullable String find(List<Mark> marks, String userAgent) {
    return marks.stream()
        .filter(m -> userAgent.contains(m.sign))
        .map(Mark::name)
        .findFirst()
        .orElse(null);
  }

  private static String shortened(String word) {
    return word.substring(0, Math.min(word.length(), LONGEST_WORD));
  }

  private record Mark(String sign, String name) {}
}
