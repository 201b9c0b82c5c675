package eu.bridgehall.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.reference.AuthorityTypes;
import eu.bridgehall.reference.Languages;
import eu.bridgehall.reference.Networks;
import eu.bridgehall.reference.Region;
import eu.bridgehall.reference.Regions;
import eu.bridgehall.reference.Traits;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The lists that only the forms of a profile offer, named and ordered for the reader. */
@Singleton
class StepOptions {
  /**
   * Smaller regions are so many that nobody reads them all; those who wish for one wish a place.
   */
  private static final int SMALLEST_REGION = 2;

  private final AuthorityTypes types;
  private final Traits traits;
  private final Networks networks;
  private final Languages languages;
  private final Regions regions;
  private final CodeNames names;

  StepOptions(
      AuthorityTypes types,
      Traits traits,
      Networks networks,
      Languages languages,
      Regions regions,
      CodeNames names) {
    this.types = types;
    this.traits = traits;
    this.networks = networks;
    this.languages = languages;
    this.regions = regions;
    this.names = names;
  }

  /** The types that an authority of this country can be of. */
  List<Option> types(String country, Locale reader) {
    return OptionLists.named(types.of(country), reader);
  }

  List<Option> traits(Locale reader) {
    return OptionLists.named(traits.all(), reader);
  }

  List<Option> networks(Locale reader) {
    return OptionLists.named(networks.all(), reader);
  }

  /** The languages in the order of their names: those of Europe, or the others. */
  List<Option> languages(boolean offered, Locale reader) {
    Collator collator = Collator.getInstance(ULocale.forLocale(reader));
    return languages.all().stream()
        .filter(language -> language.offered() == offered)
        .map(language -> new Option(language.code(), language.name(reader)))
        .sorted(Comparator.comparing(Option::name, collator::compare))
        .toList();
  }

  /** The larger regions of a country, each after the one that it lies in. */
  List<Option> regions(String country, Locale reader) {
    return regions.ofCountry(country).stream()
        .filter(r -> r.level() > 0 && r.level() <= SMALLEST_REGION)
        .filter(r -> r.kind() != Region.Kind.RAION)
        .sorted(Comparator.comparing(Region::code))
        .map(r -> new Option(r.code(), names.region(r.code(), reader)))
        .toList();
  }

  /** The name of a region with its country. */
  String region(String code, Locale reader) {
    return regions
        .find(code)
        .map(r -> names.region(code, reader) + ", " + names.country(r.countryCode(), reader))
        .orElse(code);
  }
}
