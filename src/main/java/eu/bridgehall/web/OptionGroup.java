package eu.bridgehall.web;

import java.util.List;

/** Entries of a list to choose from that belong together, under their heading. */
public record OptionGroup(String name, List<Option> options) {
  public OptionGroup {
    options = List.copyOf(options);
  }
}
