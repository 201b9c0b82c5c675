package eu.bridgehall.reference;

import eu.bridgehall.kernel.DomainException.Invalid;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The countries and territories that the service is for. */
@Singleton
public final class Countries {
  private final Map<String, Country> byCode = new LinkedHashMap<>();

  public Countries() {
    Map<String, String> partOf;
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("territories.tsv")) {
      partOf = rows.collect(Collectors.toMap(r -> r.get("country_code"), r -> r.get("part_of")));
    }
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("countries.tsv")) {
      rows.forEach(
          r -> {
            String code = r.get("country_code");
            String nuts = r.find("nuts_code");
            byCode.put(
                code,
                new Country(
                    code,
                    r.get("iso3"),
                    byCode.size(),
                    nuts == null ? code : nuts,
                    partOf.get(code)));
          });
    }
  }

  /** Every country and territory, by code. */
  public List<Country> all() {
    return List.copyOf(byCode.values());
  }

  /** The country of this code. */
  public Optional<Country> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The country of this code, which a client has sent.
   *
   * @param field path of the field it was sent in
   * @throws Invalid where there is none
   */
  public Country require(String code, String field) {
    Country country = byCode.get(code);
    if (country == null) {
      throw new Invalid(field, "error.unknownCountry");
    }
    return country;
  }
}
