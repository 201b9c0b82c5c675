package eu.bridgehall.scoring;

import java.util.Collection;

/** A wish that a side has marked as a must: a gate instead of a preference. */
public enum Must {
  /** They offer at least one theme that I need. */
  THEMES,
  /** They are of a wished country or region, or Ukrainian where that is the wish. */
  PLACE,
  /** They have every wished territory trait. */
  TRAITS,
  /** Their population is known and in the wished range. */
  SIZE,
  /** They are known to be within the wished distance. */
  DISTANCE,
  /** There is a common working language. */
  LANGUAGE;

  /** Bit in a set of musts. */
  public int bit() {
    return 1 << ordinal();
  }

  /** The set as bits. */
  public static int bits(Collection<Must> musts) {
    int bits = 0;
    for (Must must : musts) {
      bits |= must.bit();
    }
    return bits;
  }
}
