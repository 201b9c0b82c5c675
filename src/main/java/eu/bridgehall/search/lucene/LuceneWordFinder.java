package eu.bridgehall.search.lucene;

import eu.bridgehall.search.WordFinder;
import eu.bridgehall.search.names.Romanisation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Finds words with the analysers of the index. A word answers where its folded form was asked for,
 * or where it has a stem in common with a word asked for, in the language of the text. What that
 * language does not count as a word of its own, such as "and", is never named.
 */
@Singleton
class LuceneWordFinder implements WordFinder {
  private static final int MOST_FOUND = 12;

  private final AuthorityAnalyzers analyzers = new AuthorityAnalyzers();

  /** A word as it is searched for, and where it stands in the text. */
  private record Token(String term, int start, int end) {}

  @Override
  public List<String> find(String asked, Map<String, String> texts, List<String> names) {
    Set<String> plain = terms(analyzers.folding(), asked);
    Map<String, String> found = new LinkedHashMap<>();
    texts.forEach((language, text) -> addFromText(found, asked, plain, language, text));
    for (String name : names) {
      if (!addFolded(found, plain, name)) {
        Romanisation.ofTyped(name).forEach(latin -> addFolded(found, plain, latin));
      }
    }
    return found.values().stream().limit(MOST_FOUND).toList();
  }

  private void addFromText(
      Map<String, String> found, String asked, Set<String> plain, String language, String text) {
    Analyzer own = analyzers.find(language);
    if (own == null) {
      addFolded(found, plain, text);
      return;
    }
    Set<String> stems = terms(own, asked);
    for (Token token : tokens(own, text)) {
      String word = text.substring(token.start(), token.end());
      Set<String> forms = terms(analyzers.folding(), word);
      if (stems.contains(token.term()) || forms.stream().anyMatch(plain::contains)) {
        found.putIfAbsent(String.join(" ", forms), word);
      }
    }
  }

  private boolean addFolded(Map<String, String> found, Set<String> plain, String text) {
    boolean any = false;
    for (Token token : tokens(analyzers.folding(), text)) {
      if (plain.contains(token.term())) {
        found.putIfAbsent(token.term(), text.substring(token.start(), token.end()));
        any = true;
      }
    }
    return any;
  }

  private static Set<String> terms(Analyzer analyzer, String text) {
    return tokens(analyzer, text).stream()
        .limit(TextQueries.MOST_WORDS)
        .map(Token::term)
        .collect(Collectors.toSet());
  }

  private static List<Token> tokens(Analyzer analyzer, String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(AuthorityFields.ALL, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }
}
