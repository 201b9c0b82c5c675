package eu.bridgehall.scoring;

import eu.bridgehall.kernel.Coded;
import java.util.Collection;

/** A wish that a side has marked as a must: a gate instead of a preference. */
public enum Must implements Coded {
  /** They offer at least one theme that I need. */
  THEMES(1 << 0),
  /** They are of a wished country or region, or Ukrainian where that is the wish. */
  PLACE(1 << 1),
  /** They have every wished territory trait. */
  TRAITS(1 << 2),
  /** Their population is known and in the wished range. */
  SIZE(1 << 3),
  /** They are known to be within the wished distance. */
  DISTANCE(1 << 4),
  /** There is a common working language. */
  LANGUAGE(1 << 5);

  private final int bit;

  Must(int bit) {
    this.bit = bit;
  }

  /** Bit in a set of musts. */
  public int bit() {
    return bit;
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
