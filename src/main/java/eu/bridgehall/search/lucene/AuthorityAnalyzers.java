package eu.bridgehall.search.lucene;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.morfologik.MorfologikAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * How the texts become terms. A text goes into the field of its language, with the stems of that
 * language where Lucene knows them; everything also goes into one field without stems, folded to
 * what letters have in common, which serves the other languages and what was typed without accents.
 */
final class AuthorityAnalyzers {
  private static final String TEXT = "text_";
  private static final String IDEA = "idea_";

  private final Map<String, Analyzer> byLanguage = new LinkedHashMap<>();
  private final Analyzer folding = new FoldingAnalyzer();
  private final Analyzer perField;

  AuthorityAnalyzers() {
    byLanguage.put("bg", new BulgarianAnalyzer());
    byLanguage.put("ca", new CatalanAnalyzer());
    byLanguage.put("cs", new CzechAnalyzer());
    byLanguage.put("da", new DanishAnalyzer());
    byLanguage.put("de", new GermanAnalyzer());
    byLanguage.put("el", new GreekAnalyzer());
    byLanguage.put("en", new EnglishAnalyzer());
    byLanguage.put("es", new SpanishAnalyzer());
    byLanguage.put("et", new EstonianAnalyzer());
    byLanguage.put("eu", new BasqueAnalyzer());
    byLanguage.put("fi", new FinnishAnalyzer());
    byLanguage.put("fr", new FrenchAnalyzer());
    byLanguage.put("ga", new IrishAnalyzer());
    byLanguage.put("gl", new GalicianAnalyzer());
    byLanguage.put("hu", new HungarianAnalyzer());
    byLanguage.put("hy", new ArmenianAnalyzer());
    byLanguage.put("it", new ItalianAnalyzer());
    byLanguage.put("lt", new LithuanianAnalyzer());
    byLanguage.put("lv", new LatvianAnalyzer());
    byLanguage.put("nl", new DutchAnalyzer());
    byLanguage.put("no", new NorwegianAnalyzer());
    byLanguage.put("nb", new NorwegianAnalyzer());
    byLanguage.put("nn", new NorwegianAnalyzer());
    // by dictionary: the stems that Stempel guesses part szkół from szkoła
    byLanguage.put("pl", new MorfologikAnalyzer());
    byLanguage.put("pt", new PortugueseAnalyzer());
    byLanguage.put("ro", new RomanianAnalyzer());
    byLanguage.put("ru", new RussianAnalyzer());
    byLanguage.put("sr", new SerbianAnalyzer());
    byLanguage.put("sv", new SwedishAnalyzer());
    byLanguage.put("tr", new TurkishAnalyzer());
    byLanguage.put("uk", new UkrainianMorfologikAnalyzer());
    Map<String, Analyzer> fields = new HashMap<>();
    byLanguage.forEach(
        (language, analyzer) -> {
          fields.put(TEXT + language, analyzer);
          fields.put(IDEA + language, analyzer);
        });
    perField = new PerFieldAnalyzerWrapper(folding, fields);
  }

  /** For writing: each field with its own. */
  Analyzer perField() {
    return perField;
  }

  /** Letters folded, no stems. */
  Analyzer folding() {
    return folding;
  }

  /** With the stems of this language; null where Lucene does not know them. */
  @Nullable Analyzer find(String language) {
    return byLanguage.get(language);
  }

  /** The one of a language, or the folding one where Lucene has none. */
  Analyzer of(String language) {
    return byLanguage.getOrDefault(language, folding);
  }

  boolean knows(String language) {
    return byLanguage.containsKey(language);
  }

  Collection<String> languages() {
    return byLanguage.keySet();
  }

  static String textField(String language) {
    return TEXT + language;
  }

  static String ideaField(String language) {
    return IDEA + language;
  }

  private static final class FoldingAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new ICUTokenizer();
      return new TokenStreamComponents(words, new ICUFoldingFilter(words));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ICUFoldingFilter(in);
    }
  }
}
