package eu.bridgehall.search;

/** Classes of population, by their lower bound. */
public enum SizeClass {
  UNKNOWN(0, "unknown", 0),
  UNDER_2_000(1, "under-2000", 1),
  UNDER_10_000(2, "2000-10000", 2_000),
  UNDER_50_000(3, "10000-50000", 10_000),
  UNDER_250_000(4, "50000-250000", 50_000),
  UNDER_1_000_000(5, "250000-1000000", 250_000),
  LARGER(6, "over-1000000", 1_000_000);

  private final int index;
  private final String code;
  private final int from;

  SizeClass(int index, String code, int from) {
    this.index = index;
    this.code = code;
    this.from = from;
  }

  /** Place among the classes, from 0 for unknown to the largest. */
  public int index() {
    return index;
  }

  /** Code in requests and answers. */
  public String code() {
    return code;
  }

  /** The class at that place. */
  public static SizeClass at(int index) {
    for (SizeClass each : values()) {
      if (each.index == index) {
        return each;
      }
    }
    throw new IllegalArgumentException("No size class at " + index);
  }

  /** The class of a population; 0 is unknown. */
  public static SizeClass of(int population) {
    SizeClass found = UNKNOWN;
    for (SizeClass each : values()) {
      if (population >= each.from) {
        found = each;
      }
    }
    return found;
  }
}
