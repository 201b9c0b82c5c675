package eu.bridgehall.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finding the town whose authority is to be registered. */
public record RegisterView(String q, @Nullable List<Town> towns, FormErrors errors) {
  /** Whether too little was typed to look for anything. */
  public boolean tooShort() {
    return !q.isEmpty() && towns == null && errors.isEmpty();
  }

  /**
   * A town that may be meant.
   *
   * @param otherNames some of its other names, in any script
   * @param populationLabel of when the population is; null where that is not known
   * @param taken whether its municipality or hromada is registered already
   */
  public record Town(
      long id,
      String name,
      List<String> otherNames,
      String where,
      @Nullable Long population,
      @Nullable String populationLabel,
      boolean taken) {
    public Town {
      otherNames = List.copyOf(otherNames);
    }
  }

  /**
   * The town that was chosen.
   *
   * @param takenBy the authorities that are registered there already
   * @param types of which an authority can still be started
   * @param type the chosen one
   * @param known number of its twinnings in public lists
   */
  public record Chosen(
      Town town,
      @Nullable String lat,
      @Nullable String lon,
      @Nullable Double areaKm2,
      int known,
      List<Taken> takenBy,
      List<Option> types,
      String type,
      FormErrors errors) {
    public Chosen {
      takenBy = List.copyOf(takenBy);
      types = List.copyOf(types);
    }
  }

  /**
   * An authority that has the town already.
   *
   * @param tier id of its level of government
   * @param yours whether the reader is a member of it
   */
  public record Taken(UUID authority, String name, String tier, boolean yours) {}
}
