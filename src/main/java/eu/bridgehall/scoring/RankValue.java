package eu.bridgehall.scoring;

/**
 * What the list is ordered by: the mutual score times three factors that are shown one by one and
 * never touch the score itself. Each factor is at most 1, and 1 where nothing is known.
 *
 * @param mutual mutual score, 0 to 100
 * @param freshness how recently the profile was confirmed
 * @param load how much room the authority has for further requests
 * @param text how well the texts answer what was asked in words
 * @param value product of the four
 */
public record RankValue(double mutual, double freshness, double load, double text, double value) {
  /** A profile confirmed within so many days is fresh. */
  public static final int FRESH_DAYS = 365;

  /** After so many more days its freshness has fallen to {@link #LEAST_FRESHNESS}. */
  public static final int FADING_DAYS = 365;

  public static final double LEAST_FRESHNESS = 0.5;

  /** Room for so many requests is taken to be where an authority has not stated any. */
  public static final int ASSUMED_CAPACITY = 3;

  /** Beside the room that is stated, so that the first requests to a small office weigh little. */
  public static final int SPARE_ROOM = 2;

  /** An authority however flooded keeps this. */
  public static final double LEAST_LOAD = 0.5;

  /** A profile that answers nothing of what was asked keeps this. */
  public static final double LEAST_TEXT = 0.5;

  /** Relevance s at which s/(s+k) is a half. */
  public static final double TEXT_HALF = 4;

  /** No text was asked for. */
  public static final double NO_TEXT = 1;

  /**
   * The rank value of a candidate.
   *
   * @param today day since 1970-01-01 (UTC) that freshness is measured on
   * @param text factor from {@link #text}, or {@link #NO_TEXT}
   */
  public static RankValue of(double mutual, Candidate candidate, int today, double text) {
    double freshness = freshness(today, candidate.confirmedDay());
    double load = load(candidate.expectedRequests(), candidate.capacity());
    return new RankValue(mutual, freshness, load, text, product(mutual, freshness, load, text));
  }

  /**
   * Freshness times load: what a mutual score is at least lowered by.
   *
   * @param today day since 1970-01-01 (UTC) that freshness is measured on
   */
  public static double standing(Candidate candidate, int today) {
    return freshness(today, candidate.confirmedDay())
        * load(candidate.expectedRequests(), candidate.capacity());
  }

  /** The value alone, without an object. */
  public static double value(double mutual, Candidate candidate, int today, double text) {
    return product(
        mutual,
        freshness(today, candidate.confirmedDay()),
        load(candidate.expectedRequests(), candidate.capacity()),
        text);
  }

  private static double product(double mutual, double freshness, double load, double text) {
    return mutual * freshness * load * text;
  }

  /** 1 for a year after the confirmation, then falling evenly over another year. */
  public static double freshness(int today, int confirmedDay) {
    if (confirmedDay == Standing.UNKNOWN) {
      return 1;
    }
    double faded = (double) (today - confirmedDay - FRESH_DAYS) / FADING_DAYS;
    return 1 - (1 - LEAST_FRESHNESS) * Math.min(1, Math.max(0, faded));
  }

  /**
   * Fourth root of room by room and expected requests together, with some spare room: 1 where none
   * are expected, 0.88 where they are four and there is room for four.
   */
  public static double load(float expectedRequests, int capacity) {
    double room = SPARE_ROOM + room(capacity);
    return Math.max(LEAST_LOAD, Math.sqrt(Math.sqrt(room / (room + expectedRequests))));
  }

  /** The requests that it has room for, as it has stated or as is assumed. */
  public static int room(int capacity) {
    return capacity == Standing.UNKNOWN ? ASSUMED_CAPACITY : capacity;
  }

  /** From {@link #LEAST_TEXT} towards 1 as the relevance s of the texts grows: s/(s+k). */
  public static double text(double relevance) {
    return LEAST_TEXT + (1 - LEAST_TEXT) * (relevance / (relevance + TEXT_HALF));
  }
}
