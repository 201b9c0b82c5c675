package eu.bridgehall.web;

import java.util.List;
import java.util.function.Predicate;

/**
 * Areas of those who watch over others that belong together.
 *
 * @param name of all of them
 * @param areas at least one; the first stands for all
 */
public record AreaGroup(String name, List<Option> areas) {
  public AreaGroup {
    areas = List.copyOf(areas);
  }

  /** The address of the first. */
  public String address() {
    return areas.getFirst().value();
  }

  /** How much of a page's address is that of an area; 0 where it lies under none. */
  int reach(Predicate<String> liesUnder) {
    return areas.stream()
        .map(Option::value)
        .filter(liesUnder)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
