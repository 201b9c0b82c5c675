package eu.bridgehall.reference;

import eu.bridgehall.kernel.DomainException.Invalid;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All languages of ISO 639-1. */
@Singleton
public final class Languages {
  private final Map<String, Language> byCode = new LinkedHashMap<>();

  public Languages() {
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("languages.tsv")) {
      rows.forEach(
          r -> {
            String code = r.get("id");
            int ordinal = Integer.parseInt(r.get("ordinal"));
            byCode.put(code, new Language(code, ordinal, r.flag("offered")));
          });
    }
  }

  /** Every language, by ordinal: those offered first, then the others. */
  public List<Language> all() {
    return List.copyOf(byCode.values());
  }

  /** The language of this code. */
  public Optional<Language> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The language of this code, which a client has sent.
   *
   * @param field path of the field it was sent in
   * @throws Invalid where there is none
   */
  public Language require(String code, String field) {
    Language language = byCode.get(code);
    if (language == null) {
      throw new Invalid(field, "error.unknownLanguage");
    }
    return language;
  }
}
