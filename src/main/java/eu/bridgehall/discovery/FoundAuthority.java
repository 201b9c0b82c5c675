package eu.bridgehall.discovery;

import eu.bridgehall.kernel.GeoPoint;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority as it stands in a list: what everybody may know of it who may see it at all.
 *
 * @param country ISO 3166-1 alpha-2
 * @param regions where it lies, from the country's first division down
 * @param type id of the authority type
 * @param position as exact as others may know it
 * @param summary in the reader's language if there is one, else in English, else in another; null
 *     if there is none
 * @param languages working languages (ISO 639-1)
 * @param demo whether it was made up for the demonstration
 */
@Serdeable
public record FoundAuthority(
    UUID id,
    String name,
    String country,
    String countryName,
    List<CodeName> regions,
    String type,
    String typeName,
    @Nullable Integer population,
    @Nullable Integer populationYear,
    @Nullable GeoPoint position,
    @Nullable Summary summary,
    List<CodeName> needs,
    List<CodeName> offers,
    List<CodeName> interests,
    List<CodeName> cooperation,
    List<CodeName> traits,
    List<CodeName> languages,
    boolean demo) {
  public FoundAuthority {
    regions = List.copyOf(regions);
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
    interests = List.copyOf(interests);
    cooperation = List.copyOf(cooperation);
    traits = List.copyOf(traits);
    languages = List.copyOf(languages);
  }

  /** A code and its name in the reader's language. */
  @Serdeable
  public record CodeName(String code, String name) {}

  /**
   * What it says of itself.
   *
   * @param language the text's language (ISO 639-1), not always the one asked for
   */
  @Serdeable
  public record Summary(String language, String text) {}
}
