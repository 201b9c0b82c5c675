package eu.bridgehall.reference;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words by which people call the themes, in the languages of the interface. */
@Singleton
public final class ThemeWords {
  private static final List<String> LANGUAGES = List.of("en", "fr", "uk", "de");

  private final List<Entry> entries;

  /**
   * One of them.
   *
   * @param theme id of a theme or a field
   * @param language ISO 639-1
   */
  public record Entry(String theme, String language, String words) {}

  public ThemeWords(Themes themes) {
    Stream<Entry> names =
        themes.all().stream()
            .flatMap(
                theme ->
                    LANGUAGES.stream()
                        .map(l -> new Entry(theme.id(), l, theme.name(Locale.of(l)))));
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("theme-synonyms.tsv")) {
      entries = Stream.concat(names, rows.flatMap(ThemeWords::read)).toList();
    }
  }

  /** The names of all fields and themes, and what else they are called. */
  public List<Entry> all() {
    return entries;
  }

  private static Stream<Entry> read(ReferenceFile.Row row) {
    String theme = row.get("theme");
    return LANGUAGES.stream()
        .flatMap(
            l -> Stream.of(row.get(l).split("\\|", -1)).map(words -> new Entry(theme, l, words)));
  }
}
