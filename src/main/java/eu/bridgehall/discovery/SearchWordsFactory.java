package eu.bridgehall.discovery;

import eu.bridgehall.reference.Choice;
import eu.bridgehall.reference.Countries;
import eu.bridgehall.reference.Country;
import eu.bridgehall.reference.ThemeWords;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.reference.Traits;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.FacetWord;
import eu.bridgehall.search.SearchWords;
import eu.bridgehall.search.lucene.LuceneSearchWords;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells the search by which words themes, countries and traits are called. */
@Factory
public class SearchWordsFactory {
  private static final List<String> LANGUAGES = List.of("en", "fr", "uk", "de");

  /** The words of the reference data that come with the program. */
  public static LuceneSearchWords shipped() {
    return new LuceneSearchWords(
        words(new ThemeWords(new Themes()), new Countries(), new Traits()));
  }

  @Singleton
  @Bean(typed = {SearchWords.class, LuceneSearchWords.class})
  LuceneSearchWords searchWords(ThemeWords themes, Countries countries, Traits traits) {
    return new LuceneSearchWords(words(themes, countries, traits));
  }

  private static List<FacetWord> words(ThemeWords themes, Countries countries, Traits traits) {
    List<FacetWord> words = new ArrayList<>();
    for (ThemeWords.Entry entry : themes.all()) {
      words.add(new FacetWord(Facet.THEME, entry.theme(), entry.language(), entry.words()));
    }
    for (String language : LANGUAGES) {
      Locale locale = Locale.of(language);
      for (Country country : countries.all()) {
        words.add(new FacetWord(Facet.COUNTRY, country.code(), language, country.name(locale)));
      }
      for (Choice trait : traits.all()) {
        words.add(new FacetWord(Facet.TRAIT, trait.id(), language, trait.name(locale)));
      }
    }
    return words;
  }
}
