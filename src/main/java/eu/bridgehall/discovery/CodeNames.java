package eu.bridgehall.discovery;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.reference.AuthorityTypes;
import eu.bridgehall.reference.Choice;
import eu.bridgehall.reference.CooperationTypes;
import eu.bridgehall.reference.Countries;
import eu.bridgehall.reference.Regions;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.reference.Traits;
import eu.bridgehall.scoring.Reason.CodeKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names of codes of the reference data in the reader's language; an unknown code is its own.
 */
@Singleton
public class CodeNames {
  private static final String UKRAINIAN = "uk";
  private static final String UKRAINE = "UA";

  private final Countries countries;
  private final Regions regions;
  private final Themes themes;
  private final CooperationTypes cooperation;
  private final Traits traits;
  private final AuthorityTypes types;

  CodeNames(
      Countries countries,
      Regions regions,
      Themes themes,
      CooperationTypes cooperation,
      Traits traits,
      AuthorityTypes types) {
    this.countries = countries;
    this.regions = regions;
    this.themes = themes;
    this.cooperation = cooperation;
    this.traits = traits;
    this.types = types;
  }

  /** The name of a code as it stands in a sentence. */
  public String name(CodeKind kind, String code, Locale reader) {
    return switch (kind) {
      case THEME -> themes.find(code).map(t -> t.name(reader)).orElse(code);
      case COUNTRY -> country(code, reader);
      case REGION -> region(code, reader);
      case LANGUAGE -> ULocale.getDisplayLanguage(code, ULocale.forLocale(reader));
      case COOPERATION -> name(cooperation.find(code), code, reader);
      case PLACE -> code;
      case TRAIT -> name(traits.find(code), code, reader);
    };
  }

  /** The names of codes as one list: "a, b and c". */
  public String list(CodeKind kind, List<String> codes, Locale reader) {
    List<String> names = codes.stream().map(code -> name(kind, code, reader)).toList();
    return ListFormatter.getInstance(ULocale.forLocale(reader)).format(names);
  }

  /** The name of a country (ISO 3166-1 alpha-2). */
  public String country(String code, Locale reader) {
    return countries.find(code).map(c -> c.name(reader)).orElse(code);
  }

  /** The name of a region; Ukrainian readers get the Ukrainian one in Ukraine. */
  public String region(String code, Locale reader) {
    return regions
        .find(code)
        .map(
            r ->
                UKRAINE.equals(r.countryCode()) && UKRAINIAN.equals(reader.getLanguage())
                    ? r.nationalName()
                    : r.name())
        .orElse(code);
  }

  /** The name of an authority type. */
  public String type(String id, Locale reader) {
    return name(types.find(id), id, reader);
  }

  private static String name(Optional<Choice> choice, String code, Locale reader) {
    return choice.map(c -> c.name(reader)).orElse(code);
  }
}
