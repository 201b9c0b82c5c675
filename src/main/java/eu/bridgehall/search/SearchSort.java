package eu.bridgehall.search;

import eu.bridgehall.kernel.Coded;

/** Order of search results; ties go by id. */
public enum SearchSort implements Coded {
  /** Best answer to the words first; by name where no words are given. */
  RELEVANCE,
  /** By the shown name, as the Unicode collation orders names of all scripts. */
  NAME,
  /** Largest first. */
  POPULATION,
  /** Last changed first. */
  NEWEST,
  /** Nearest to a point first; those without a position last. */
  DISTANCE
}
