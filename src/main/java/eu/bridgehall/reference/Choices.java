package eu.bridgehall.reference;

import eu.bridgehall.kernel.DomainException.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A list that a profile chooses from, in the order of its ordinals. */
public abstract sealed class Choices permits AuthorityTypes, CooperationTypes, Networks, Traits {
  private final Map<String, Choice> byId = new LinkedHashMap<>();
  private final String unknownKey;

  Choices(String file, String unknownKey) {
    this.unknownKey = unknownKey;
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows(file)) {
      rows.forEach(
          r -> {
            String id = r.get("id");
            int ordinal = Integer.parseInt(r.get("ordinal"));
            byId.put(id, new Choice(id, ordinal, Choice.names(r)));
          });
    }
  }

  /** Every entry, by ordinal. */
  public List<Choice> all() {
    return List.copyOf(byId.values());
  }

  /** The entry of this id. */
  public Optional<Choice> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The entry of this id, which a client has sent.
   *
   * @param field path of the field it was sent in
   * @throws Invalid where there is none
   */
  public Choice require(String id, String field) {
    Choice choice = byId.get(id);
    if (choice == null) {
      throw new Invalid(field, unknownKey);
    }
    return choice;
  }
}
