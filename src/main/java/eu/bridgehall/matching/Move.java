package eu.bridgehall.matching;

import eu.bridgehall.kernel.Coded;

/** What becomes of one match when the weights change. */
public enum Move implements Coded {
  RISES,
  FALLS,
  STAYS,
  /** It comes among the first. */
  ENTERS,
  /** It is not among the first any more. */
  LEAVES
}
