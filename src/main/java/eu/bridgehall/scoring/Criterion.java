package eu.bridgehall.scoring;

import eu.bridgehall.kernel.Coded;

/**
 * What a fit is made of. The order is the order of the parts in an explanation and of the arrays of
 * values and weights.
 */
public enum Criterion implements Coded {
  /** What I need and they offer. */
  NEEDS(0, Kind.WISH, 30),
  /** What I offer and they need. */
  OFFERS(1, Kind.WISH, 19),
  /** What both are interested in. */
  INTERESTS(2, Kind.WISH, 9),
  /** Which kinds of cooperation both seek. */
  COOPERATION(3, Kind.WISH, 8),
  /** How alike the numbers of inhabitants are; the wished range instead, where one is stated. */
  SIZE(4, Kind.FACT, 4),
  /** Whether they are of the countries, regions and territories that I wish for. */
  REGION(5, Kind.WISH, 8),
  /** Whether there is a common working language. */
  LANGUAGES(6, Kind.WISH, 8),
  /** Whether they are near; counts only where it is asked for or a distance is wished. */
  DISTANCE(7, Kind.WISH, 0),
  /** How much like real twin towns the two are. */
  TRACK_RECORD(8, Kind.FACT, 14);

  /** Whether a criterion is something a side says, or something that is so. */
  public enum Kind {
    /** Drops out when that side has not stated it. */
    WISH,
    /** Drops out only when data are missing. */
    FACT
  }

  static final int COUNT = values().length;

  private final int index;
  private final Kind kind;
  private final int defaultWeight;

  Criterion(int index, Kind kind, int defaultWeight) {
    this.index = index;
    this.kind = kind;
    this.defaultWeight = defaultWeight;
  }

  /** Place in arrays of values and weights. */
  int index() {
    return index;
  }

  public Kind kind() {
    return kind;
  }

  /** Weight where nothing else is asked for; the defaults add up to 100. */
  public int defaultWeight() {
    return defaultWeight;
  }
}
