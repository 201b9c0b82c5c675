package eu.bridgehall.reference;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The items of the lists of reference data, named in the reader's language. */
final class ReferenceResponses {
  private ReferenceResponses() {}

  /**
   * A country or territory.
   *
   * @param partOf code of the country whose association serves the territory
   */
  @Serdeable
  record CountryItem(
      String code, String iso3, String name, String regionCode, @Nullable String partOf) {}

  /** A region. */
  @Serdeable
  record RegionItem(
      String code,
      String name,
      String nationalName,
      int level,
      @Schema(implementation = Region.Kind.class) String kind,
      @Nullable String parent) {
    static RegionItem of(Region region, Countries countries, Locale language) {
      return new RegionItem(
          region.code(),
          RegionNames.of(region, countries, language),
          region.nationalName(),
          region.level(),
          region.kind().id(),
          region.parent());
    }
  }

  /**
   * A field (no parent) or theme.
   *
   * @param sdgs numbers of the Sustainable Development Goals
   */
  @Serdeable
  record ThemeItem(String id, String name, @Nullable String parent, List<Integer> sdgs) {}

  /**
   * A language.
   *
   * @param offered whether forms offer it first
   */
  @Serdeable
  record LanguageItem(String code, String name, boolean offered) {}

  /** An entry of one of the shorter lists. */
  @Serdeable
  record ChoiceItem(String id, String name) {}
}
