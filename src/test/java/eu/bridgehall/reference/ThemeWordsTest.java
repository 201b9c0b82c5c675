package eu.bridgehall.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.search.names.NameFolding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThemeWordsTest {
  private final Themes themes = new Themes();
  private final List<ThemeWords.Entry> entries = new ThemeWords(themes).all();

  @Test
  void everyThemeIsCalledByThreeOtherWordsInEachLanguage() {
    for (Theme theme : themes.all()) {
      for (String language : List.of("en", "fr", "uk", "de")) {
        long words =
            entries.stream()
                .filter(e -> e.theme().equals(theme.id()) && e.language().equals(language))
                .count();
        assertTrue(words >= 4, theme.id() + " in " + language + ": its name and " + (words - 1));
      }
    }
  }

  @Test
  void onlyThemesThatExistAreCalled() {
    assertTrue(entries.stream().allMatch(entry -> themes.find(entry.theme()).isPresent()));
  }

  @Test
  void noWordCallsThemesOfTwoFields() {
    Map<String, Set<String>> fields =
        entries.stream()
            .collect(
                groupingBy(
                    entry -> entry.language() + " " + NameFolding.fold(entry.words()),
                    mapping(entry -> field(entry.theme()), toSet())));
    assertEquals(
        List.of(), fields.entrySet().stream().filter(e -> e.getValue().size() > 1).toList());
  }

  private String field(String theme) {
    String parent = themes.find(theme).orElseThrow().parent();
    return parent == null ? theme : parent;
  }
}
