package eu.bridgehall.search;

import java.util.Comparator;
import java.util.UUID;

/** The order of ids in the database and in their written form: unsigned, unlike UUID's own. */
public final class IdOrder {
  public static final Comparator<UUID> ASCENDING =
      (a, b) ->
          compare(
              a.getMostSignificantBits(),
              a.getLeastSignificantBits(),
              b.getMostSignificantBits(),
              b.getLeastSignificantBits());

  private IdOrder() {}

  /** Compares two ids by their halves. */
  public static int compare(long aHigh, long aLow, long bHigh, long bLow) {
    int high = Long.compareUnsigned(aHigh, bHigh);
    return high != 0 ? high : Long.compareUnsigned(aLow, bLow);
  }
}
