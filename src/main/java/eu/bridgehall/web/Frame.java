package eu.bridgehall.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.platform.i18n.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content, and the texts and forms of its language.
 *
 * @param language of the page
 * @param reader who reads it
 * @param formToken what each form that changes something carries
 * @param path address of the page, with its query
 * @param notice text of what has just been done; null where nothing was
 */
public record Frame(
    Locale language,
    Messages messages,
    Assets assets,
    Reader reader,
    String formToken,
    String path,
    @Nullable String notice) {

  public static final String CONVERSATIONS = "/conversations";

  /** Widths in the menu, in rem, of a wide face. */
  private static final double LETTER = .54;

  private static final double GAP = 1.25;
  private static final double BRAND = 11;
  private static final int LONGEST_NAME = 18;

  /** As wide as a bell and its count. */
  private static final String BELL = "0000";

  /** The room in the head of the page, in rem, by the width of the window that gives it. */
  private static final SortedMap<Double, String> ROWS =
      new TreeMap<>(Map.of(58.5, "62rem", 69.75, "75rem", 81.0, "87.5rem"));

  private static final String NEVER = "999rem";

  /** The text of the key. */
  public String text(String key) {
    return messages.text(language, key);
  }

  /** The text of the key with one argument. */
  public String text(String key, String name, Object value) {
    return messages.text(language, key, Map.of(name, value));
  }

  /** The text of the key with its arguments. */
  public String text(String key, Map<String, ?> arguments) {
    return messages.text(language, key, arguments);
  }

  /** A name before what is said of it: with a colon, set as the language sets it. */
  public String before(String name) {
    return text("page.before", "name", name);
  }

  /** The page's language as {@code lang} wants it. */
  public String lang() {
    return language.toLanguageTag();
  }

  /** What the menu leads to, but for the account and signing in and out. */
  public List<Option> menu() {
    List<Option> menu = new ArrayList<>();
    menu.add(entry("/find", "nav.find"));
    if (!reader.isSignedIn()) {
      menu.add(entry("/about", "nav.about"));
      return menu;
    }
    menu.add(entry("/dashboard", "nav.dashboard"));
    if (!reader.authorities().isEmpty()) {
      menu.add(entry("/matches", "nav.matches"));
      menu.add(entry("/introductions", "nav.introductions"));
    }
    if (!reader.authorities().isEmpty() || reader.reviews()) {
      menu.add(entry(CONVERSATIONS, "nav.conversations"));
    }
    if (reader.reviews()) {
      menu.add(entry(Addresses.MODERATION, "nav.queue"));
    }
    menu.add(entry(NoticeListView.ALL, "nav.notices"));
    return menu;
  }

  /** Whether this entry of the menu is a bell where the entries stand beside each other. */
  public boolean isBell(Option entry) {
    return entry.value().equals(NoticeListView.ALL);
  }

  /** What the reader watches over, for the secretariat or an association; empty for all others. */
  public List<AreaGroup> areas() {
    return Areas.of(reader, this::text);
  }

  /** The area that the page is; what they are called together where it is below one. */
  public String area() {
    return areas().stream()
        .flatMap(group -> group.areas().stream())
        .filter(area -> isPage(area.value()))
        .map(Option::name)
        .findFirst()
        .orElseGet(() -> text("review.areas"));
  }

  /** The group of the areas in which the page lies, by the area whose address begins its own. */
  public boolean isIn(AreaGroup group) {
    return areas().stream()
        .filter(one -> one.reach(this::isAt) > 0)
        .max(Comparator.comparingInt(one -> one.reach(this::isAt)))
        .filter(group::equals)
        .isPresent();
  }

  private Option entry(String address, String key) {
    return new Option(address, text(key));
  }

  /**
   * From which width of the window on the entries of the menu stand beside each other: where they
   * surely fit, for they differ by reader and language.
   */
  public String menuRow() {
    List<String> texts = new ArrayList<>();
    menu().forEach(entry -> texts.add(isBell(entry) ? BELL : entry.name()));
    if (reader.isSignedIn()) {
      String name = reader.name() == null ? "" : reader.name();
      texts.add(name.substring(0, Math.min(LONGEST_NAME, name.length())));
      texts.add(text("nav.signOut"));
    } else {
      texts.add(text("nav.signIn"));
      texts.add(text("nav.signUp"));
    }
    double width = BRAND + texts.stream().mapToDouble(entry -> GAP + entry.length() * LETTER).sum();
    return ROWS.entrySet().stream()
        .filter(row -> width <= row.getKey())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(NEVER);
  }

  /** The languages that the page can be read in. */
  public List<Locale> languages() {
    return messages.languages();
  }

  /** A number as the language writes it. */
  public String number(Number number) {
    return NumberFormat.getInstance(ULocale.forLocale(language)).format(number);
  }

  /** A day as the language writes it, never broken over two lines. */
  public String day(Instant instant) {
    DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, dates());
    format.setTimeZone(TimeZone.GMT_ZONE);
    return unbroken(format.format(Date.from(instant)));
  }

  /**
   * A day and the time of day with its zone, as the language writes them, never broken over two
   * lines. The zone is UTC, that of the service, for the readers live in several.
   */
  public String moment(Instant instant) {
    DateFormat format =
        DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, dates());
    format.setTimeZone(TimeZone.GMT_ZONE);
    return unbroken(format.format(Date.from(instant)) + " UTC");
  }

  private static String unbroken(String date) {
    return date.replace(' ', '\u00a0');
  }

  /** English dates are British: the readers are in Europe. */
  private ULocale dates() {
    return "en".equals(language.getLanguage()) ? ULocale.UK : ULocale.forLocale(language);
  }

  /** Address of a file that belongs to the pages. */
  public String asset(String file) {
    return assets.address(file);
  }

  /** Whether it is the page of this address, and none below it. */
  public boolean isPage(String address) {
    return path.equals(address) || path.startsWith(address + "?");
  }

  /** Whether the page lies under this address, for the menu. */
  public boolean isAt(String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/") || path.startsWith(prefix + "?");
  }
}
