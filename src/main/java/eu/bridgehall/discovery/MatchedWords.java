package eu.bridgehall.discovery;

import eu.bridgehall.discovery.FoundAuthority.CodeName;
import eu.bridgehall.discovery.SearchAnswer.Mark;
import eu.bridgehall.discovery.SearchAnswer.Matched;
import eu.bridgehall.reference.Theme;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.SearchWords;
import eu.bridgehall.search.names.NameFolding;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a search again in what is shown of an authority. It looks at the card alone,
 * which the reader may see, never at the index.
 */
@Singleton
class MatchedWords {
  private static final String NO_LANGUAGE = "und";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’ʼ]+");

  private final SearchWords words;
  private final Themes themes;

  MatchedWords(SearchWords words, Themes themes) {
    this.words = words;
    this.themes = themes;
  }

  /** The themes that the words call by name; a field stands for all its themes. */
  Set<String> meant(@Nullable String text) {
    return text == null ? Set.of() : words.meant(text).getOrDefault(Facet.THEME, Set.of());
  }

  /**
   * Where a card has the words.
   *
   * @param meant the themes that they call by name
   */
  Matched in(FoundAuthority card, @Nullable String text, Set<String> meant) {
    if (text == null) {
      return Matched.NOTHING;
    }
    FoundAuthority.Summary summary = card.summary();
    return new Matched(
        marks(text, NO_LANGUAGE, card.name(), true),
        summary == null ? List.of() : marks(text, summary.language(), summary.text(), false),
        Stream.of(card.needs(), card.offers(), card.interests())
            .flatMap(List::stream)
            .map(CodeName::code)
            .distinct()
            .filter(code -> meant.contains(code) || meant.contains(field(code)))
            .toList());
  }

  private String field(String code) {
    return themes.find(code).map(Theme::parent).orElse(code);
  }

  private List<Mark> marks(String text, String language, String content, boolean errors) {
    return words.marks(text, language, content, errors).stream()
        .map(mark -> new Mark(mark.from(), mark.to()))
        .toList();
  }

  /** The words as the card spells them: an index knows them without accents only. */
  static String spelt(String text, FoundAuthority card, Matched matched) {
    FoundAuthority.Summary summary = card.summary();
    List<String> spellings =
        Stream.concat(
                matched.name().stream().map(m -> card.name().substring(m.from(), m.to())),
                summary == null
                    ? Stream.of()
                    : matched.summary().stream()
                        .map(m -> summary.text().substring(m.from(), m.to())))
            .toList();
    return WORD.matcher(text).replaceAll(word -> spelling(word, spellings));
  }

  private static String spelling(MatchResult word, List<String> spellings) {
    String folded = NameFolding.fold(word.group());
    return Matcher.quoteReplacement(
        spellings.stream()
            .filter(spelling -> NameFolding.fold(spelling).equals(folded))
            .findFirst()
            .orElse(word.group()));
  }
}
