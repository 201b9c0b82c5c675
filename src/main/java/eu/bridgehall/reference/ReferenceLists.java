package eu.bridgehall.reference;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.reference.ReferenceResponses.ChoiceItem;
import eu.bridgehall.reference.ReferenceResponses.CountryItem;
import eu.bridgehall.reference.ReferenceResponses.LanguageItem;
import eu.bridgehall.reference.ReferenceResponses.ThemeItem;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The lists of reference data in the reader's words and order. */
@Singleton
public class ReferenceLists {
  private final Countries countries;
  private final Themes themes;
  private final Languages languages;
  private final CooperationTypes cooperationTypes;
  private final Traits traits;
  private final AuthorityTypes authorityTypes;
  private final Networks networks;

  ReferenceLists(
      Countries countries,
      Themes themes,
      Languages languages,
      CooperationTypes cooperationTypes,
      Traits traits,
      AuthorityTypes authorityTypes,
      Networks networks) {
    this.countries = countries;
    this.themes = themes;
    this.languages = languages;
    this.cooperationTypes = cooperationTypes;
    this.traits = traits;
    this.authorityTypes = authorityTypes;
    this.networks = networks;
  }

  /** Another one whenever a list may have changed. */
  String version() {
    return ReferenceLoader.version(
        List.of(
            "countries.tsv",
            "territories.tsv",
            "nuts.tsv",
            "hromadas.tsv",
            "divisions.tsv",
            "themes.tsv",
            "languages.tsv",
            "cooperation-types.tsv",
            "traits.tsv",
            "authority-types.tsv",
            "networks.tsv",
            "attribution.tsv"));
  }

  List<CountryItem> countries(Locale language) {
    Comparator<String> byName = byName(language);
    return countries.all().stream()
        .map(c -> new CountryItem(c.code(), c.iso3(), c.name(language), c.regionCode(), c.partOf()))
        .sorted(Comparator.comparing(CountryItem::name, byName))
        .toList();
  }

  List<ThemeItem> themes(Locale language) {
    return themes.all().stream()
        .map(t -> new ThemeItem(t.id(), t.name(language), t.parent(), t.sdgs()))
        .toList();
  }

  List<LanguageItem> languages(Locale language) {
    Comparator<String> byName = byName(language);
    return languages.all().stream()
        .map(l -> new LanguageItem(l.code(), l.name(language), l.offered()))
        .sorted(
            Comparator.comparing(LanguageItem::offered)
                .reversed()
                .thenComparing(LanguageItem::name, byName))
        .toList();
  }

  List<ChoiceItem> cooperationTypes(Locale language) {
    return items(cooperationTypes, language);
  }

  List<ChoiceItem> traits(Locale language) {
    return items(traits, language);
  }

  List<ChoiceItem> authorityTypes(Locale language) {
    return items(authorityTypes, language);
  }

  List<ChoiceItem> networks(Locale language) {
    return items(networks, language);
  }

  /** Where the data come from, and under which licences. */
  public List<AttributionItem> attribution() {
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("attribution.tsv")) {
      return rows.map(
              r ->
                  new AttributionItem(
                      r.get("data_set"),
                      r.get("title"),
                      r.find("source"),
                      r.get("licence"),
                      r.find("licence_url"),
                      r.get("attribution"),
                      r.find("changes")))
          .toList();
    }
  }

  private static List<ChoiceItem> items(Choices choices, Locale language) {
    return choices.all().stream().map(c -> new ChoiceItem(c.id(), c.name(language))).toList();
  }

  private static Comparator<String> byName(Locale language) {
    Collator collator = Collator.getInstance(ULocale.forLocale(language));
    return collator::compare;
  }
}
