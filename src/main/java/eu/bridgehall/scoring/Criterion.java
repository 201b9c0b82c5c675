package eu.bridgehall.scoring;

import java.util.Optional;

/**
 * What a fit is made of. The order is the order of the parts in an explanation and of the arrays of
 * values and weights.
 */
public enum Criterion {
  /** What I need and they offer. */
  NEEDS(0, "needs", Kind.WISH, 30),
  /** What I offer and they need. */
  OFFERS(1, "offers", Kind.WISH, 20),
  /** What both are interested in. */
  INTERESTS(2, "interests", Kind.WISH, 10),
  /** Which kinds of cooperation both seek. */
  COOPERATION(3, "cooperation", Kind.WISH, 10),
  /** How alike the numbers of inhabitants are; the wished range instead, where one is stated. */
  SIZE(4, "size", Kind.FACT, 10),
  /** Whether they are of the countries, regions and territories that I wish for. */
  REGION(5, "region", Kind.WISH, 10),
  /** Whether there is a common working language. */
  LANGUAGES(6, "languages", Kind.WISH, 10),
  /** Whether they are near; counts only where it is asked for or a distance is wished. */
  DISTANCE(7, "distance", Kind.WISH, 0);

  /** Whether a criterion is something a side says, or something that is so. */
  public enum Kind {
    /** Drops out when that side has not stated it. */
    WISH,
    /** Drops out only when data are missing. */
    FACT
  }

  static final int COUNT = values().length;

  private final int index;
  private final String id;
  private final Kind kind;
  private final int defaultWeight;

  Criterion(int index, String id, Kind kind, int defaultWeight) {
    this.index = index;
    this.id = id;
    this.kind = kind;
    this.defaultWeight = defaultWeight;
  }

  /** Place in arrays of values and weights. */
  int index() {
    return index;
  }

  /** Name in requests, answers and message keys. */
  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** Weight where nothing else is asked for; the defaults add up to 100. */
  public int defaultWeight() {
    return defaultWeight;
  }

  /** The criterion of that name. */
  public static Optional<Criterion> find(String id) {
    for (Criterion criterion : values()) {
      if (criterion.id.equals(id)) {
        return Optional.of(criterion);
      }
    }
    return Optional.empty();
  }
}
