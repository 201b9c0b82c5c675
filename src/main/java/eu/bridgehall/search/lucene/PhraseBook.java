package eu.bridgehall.search.lucene;

import eu.bridgehall.search.Facet;
import eu.bridgehall.search.FacetWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words by which people call the codes of facets, found again in what they type: by the stems
 * of their language, and by their letters alone for those who type without accents.
 */
final class PhraseBook {
  private static final String FIELD = "phrase";

  private final List<Language> languages = new ArrayList<>();
  private final Map<String, String> spellings = new LinkedHashMap<>();

  /** A code of a facet. */
  record Meaning(Facet facet, String code) {}

  /**
   * A part of what was typed that means something.
   *
   * @param from first character
   * @param to the character after the last
   */
  record Span(int from, int to, Set<Meaning> meanings) {
    boolean holds(Word word) {
      return from <= word.from() && word.to() <= to;
    }
  }

  /** What stands at one place of a text: a word has several stems where it has several readings. */
  record Word(Set<String> stems, int from, int to) {}

  private record Phrase(List<Set<String>> words, Meaning meaning) {}

  private record Language(Analyzer analyzer, Map<String, List<Phrase>> byFirst) {}

  PhraseBook(List<FacetWord> entries, AuthorityAnalyzers analyzers) {
    Map<String, List<FacetWord>> byLanguage = new LinkedHashMap<>();
    for (FacetWord entry : entries) {
      byLanguage.computeIfAbsent(entry.language(), key -> new ArrayList<>()).add(entry);
    }
    byLanguage.forEach((language, words) -> languages.add(language(analyzers.of(language), words)));
    languages.add(language(analyzers.folding(), entries));
    for (FacetWord entry : entries) {
      for (Word word : words(analyzers.folding(), entry.words())) {
        String spelt = entry.words().substring(word.from(), word.to());
        word.stems().forEach(folded -> spellings.merge(folded, spelt, PhraseBook::smaller));
      }
    }
  }

  /** The one that does not begin a title: nouns of German keep their capital, others lose it. */
  private static String smaller(String known, String other) {
    return Character.isUpperCase(known.charAt(0)) ? other : known;
  }

  private static Language language(Analyzer analyzer, List<FacetWord> entries) {
    Map<String, List<Phrase>> byFirst = new HashMap<>();
    for (FacetWord entry : entries) {
      List<Set<String>> words = words(analyzer, entry.words()).stream().map(Word::stems).toList();
      if (!words.isEmpty()) {
        Phrase phrase = new Phrase(words, new Meaning(entry.facet(), entry.code()));
        for (String first : words.getFirst()) {
          byFirst.computeIfAbsent(first, key -> new ArrayList<>()).add(phrase);
        }
      }
    }
    return new Language(analyzer, byFirst);
  }

  /** How every word of the book is spelt, by its letters without accents. */
  Map<String, String> spellings() {
    return Collections.unmodifiableMap(spellings);
  }

  /** The parts of a text that mean something, the longest taken first, none across another. */
  List<Span> spans(String text) {
    Map<List<Integer>, Set<Meaning>> found = new HashMap<>();
    for (Language language : languages) {
      List<Word> words = words(language.analyzer(), text);
      for (int i = 0; i < words.size(); i++) {
        for (String stem : words.get(i).stems()) {
          for (Phrase phrase : language.byFirst().getOrDefault(stem, List.of())) {
            if (standsAt(phrase, words, i)) {
              int to = words.get(i + phrase.words().size() - 1).to();
              found
                  .computeIfAbsent(List.of(words.get(i).from(), to), key -> new LinkedHashSet<>())
                  .add(phrase.meaning());
            }
          }
        }
      }
    }
    List<Span> spans = new ArrayList<>();
    found.entrySet().stream()
        .map(entry -> new Span(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
        .sorted(
            Comparator.comparingInt((Span span) -> span.from() - span.to())
                .thenComparingInt(Span::from))
        .filter(
            span -> spans.stream().allMatch(s -> s.to() <= span.from() || span.to() <= s.from()))
        .forEach(spans::add);
    return List.copyOf(spans);
  }

  private static boolean standsAt(Phrase phrase, List<Word> words, int at) {
    if (at + phrase.words().size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.words().size(); i++) {
      if (Collections.disjoint(phrase.words().get(i), words.get(at + i).stems())) {
        return false;
      }
    }
    return true;
  }

  /** The words of a text, without those that the analyzer leaves out. */
  static List<Word> words(Analyzer analyzer, String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(FIELD, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (step.getPositionIncrement() == 0 && !words.isEmpty()) {
          words.getLast().stems().add(term.toString());
        } else {
          Set<String> stems = new HashSet<>(Set.of(term.toString()));
          words.add(new Word(stems, offset.startOffset(), offset.endOffset()));
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
