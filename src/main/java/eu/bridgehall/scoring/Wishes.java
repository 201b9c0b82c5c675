package eu.bridgehall.scoring;

import java.util.List;

/**
 * What a side wishes its partner to be.
 *
 * @param countries bits of the wished countries' ordinals
 * @param regions ordinals of the wished regions, of any level
 * @param traits bits of the wished territory traits
 * @param ukrainian whether a Ukrainian partner is sought
 * @param minPopulation smallest wished population, 0 for no limit
 * @param maxPopulation largest wished population, 0 for no limit
 * @param kilometres how far away a partner may be, 0 for no wish
 * @param musts bits of {@link Must}: which of this is a gate
 */
public record Wishes(
    long countries,
    List<Integer> regions,
    int traits,
    boolean ukrainian,
    int minPopulation,
    int maxPopulation,
    int kilometres,
    int musts) {
  /** No wish at all. */
  public static final Wishes NONE = new Wishes(0, List.of(), 0, false, 0, 0, 0, 0);

  public Wishes {
    regions = regions.stream().sorted().distinct().toList();
    if (minPopulation < 0 || maxPopulation < 0 || kilometres < 0) {
      throw new IllegalArgumentException("Wishes are not negative");
    }
    if (maxPopulation > 0 && maxPopulation < minPopulation) {
      throw new IllegalArgumentException("Wished range is empty");
    }
  }

  /** Whether countries, regions or a Ukrainian partner are wished. */
  public boolean statesPlace() {
    return countries != 0 || !regions.isEmpty() || ukrainian;
  }

  /** Whether a range of population is wished. */
  public boolean statesSize() {
    return minPopulation > 0 || maxPopulation > 0;
  }

  /** Whether that must is marked. */
  public boolean demands(Must must) {
    return (musts & must.bit()) != 0;
  }
}
