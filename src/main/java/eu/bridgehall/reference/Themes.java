package eu.bridgehall.reference;

import eu.bridgehall.kernel.DomainException.Invalid;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The taxonomy of fields and themes. */
@Singleton
public final class Themes {
  private final Map<String, Theme> byId = new LinkedHashMap<>();
  private final List<Theme> byOrdinal;

  public Themes() {
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("themes.tsv")) {
      rows.map(Themes::read).forEach(t -> byId.put(t.id(), t));
    }
    byOrdinal = List.copyOf(byId.values());
    for (int i = 0; i < byOrdinal.size(); i++) {
      if (byOrdinal.get(i).ordinal() != i) {
        throw new IllegalStateException("themes.tsv: ordinal " + i + " is missing or twice there");
      }
    }
  }

  /** Fields and themes by ordinal. */
  public List<Theme> all() {
    return byOrdinal;
  }

  /** The fields alone. */
  public List<Theme> fields() {
    return byOrdinal.stream().filter(Theme::isField).toList();
  }

  /** The themes that can be chosen, without the fields. */
  public List<Theme> choosable() {
    return byOrdinal.stream().filter(t -> !t.isField()).toList();
  }

  /** The field or theme of this id. */
  public Optional<Theme> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The field or theme with this ordinal.
   *
   * @throws IndexOutOfBoundsException where there is none
   */
  public Theme at(int ordinal) {
    return byOrdinal.get(ordinal);
  }

  /**
   * The theme (no field) of this id, which a client has sent.
   *
   * @param field path of the field it was sent in
   * @throws Invalid where there is none
   */
  public Theme require(String id, String field) {
    Theme theme = byId.get(id);
    if (theme == null || theme.isField()) {
      throw new Invalid(field, "error.unknownTheme");
    }
    return theme;
  }

  private static Theme read(ReferenceFile.Row row) {
    return new Theme(
        row.get("id"),
        Integer.parseInt(row.get("ordinal")),
        row.find("parent"),
        Arrays.stream(row.get("sdgs").split(",", -1)).map(Integer::valueOf).toList(),
        Choice.names(row));
  }
}
