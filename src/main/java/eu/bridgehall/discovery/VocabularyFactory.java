package eu.bridgehall.discovery;

import eu.bridgehall.reference.Choice;
import eu.bridgehall.reference.Choices;
import eu.bridgehall.reference.CooperationTypes;
import eu.bridgehall.reference.Countries;
import eu.bridgehall.reference.Country;
import eu.bridgehall.reference.Language;
import eu.bridgehall.reference.Languages;
import eu.bridgehall.reference.Region;
import eu.bridgehall.reference.Regions;
import eu.bridgehall.reference.Theme;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.reference.Traits;
import eu.bridgehall.scoring.Vocabulary;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the score the codes of the reference data. */
@Factory
public class VocabularyFactory {
  /** The vocabulary of the reference data that come with the program. */
  public static Vocabulary shipped() {
    Countries countries = new Countries();
    return of(
        countries,
        new Languages(),
        new Themes(),
        new CooperationTypes(),
        new Traits(),
        new Regions(countries));
  }

  @Singleton
  Vocabulary vocabulary(
      Countries countries,
      Languages languages,
      Themes themes,
      CooperationTypes cooperation,
      Traits traits,
      Regions regions) {
    return of(countries, languages, themes, cooperation, traits, regions);
  }

  private static Vocabulary of(
      Countries countries,
      Languages languages,
      Themes themes,
      CooperationTypes cooperation,
      Traits traits,
      Regions regions) {
    List<String> countryCodes = countries.all().stream().map(Country::code).toList();
    List<String> languageCodes = languages.all().stream().map(Language::code).toList();
    List<Map.Entry<String, String>> themeFields =
        themes.all().stream().map(VocabularyFactory::themeAndField).toList();
    List<String> cooperationIds = ids(cooperation);
    List<String> traitIds = ids(traits);
    List<String> regionCodes = regions.all().stream().map(Region::code).toList();
    String version =
        version(
            List.of(
                countryCodes, languageCodes, themeFields, cooperationIds, traitIds, regionCodes));
    return Vocabulary.of(
        version, countryCodes, languageCodes, themeFields, cooperationIds, traitIds, regionCodes);
  }

  private static Map.Entry<String, String> themeAndField(Theme theme) {
    String parent = theme.parent();
    return Map.entry(theme.id(), parent == null ? theme.id() : parent);
  }

  private static List<String> ids(Choices choices) {
    return choices.all().stream().map(Choice::id).toList();
  }

  /** Other codes, or the same in another order, give another version. */
  private static String version(List<?> codes) {
    return UUID.nameUUIDFromBytes(codes.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
