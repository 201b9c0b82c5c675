package eu.bridgehall.scoring;

/**
 * The best fit that one side can come to, given the most that all its criteria but the track record
 * can come to. Whatever the side could state is taken for stated, and met: one more weight that is
 * met never lowers a fit.
 */
final class FitBound {
  // keeps rounding from losing a candidate
  private static final double MARGIN = 1 + 1e-9;

  private final double record;
  private final double perPoint;
  private final boolean capped;
  private final double perPointCapped;
  private final double perPointUnknown;

  /**
   * @param stated weights of the criteria that the side can state, but that of the track record
   * @param themes whether it has stated themes, so that the track record's share is limited
   */
  FitBound(Weights weights, double stated, boolean themes) {
    record = weights.at(Criterion.TRACK_RECORD.index());
    double all = stated + record + Weights.UNKNOWN;
    double besides = weights.shareBesidesTrackRecord();
    perPoint = MARGIN / all;
    capped = themes && besides > 0;
    perPointCapped = capped ? MARGIN / (all * besides) : 0;
    perPointUnknown = MARGIN / (stated + Weights.UNKNOWN);
  }

  /**
   * 0 to a little above 1.
   *
   * @param others the most that weights times values of the other criteria can come to
   */
  double best(double others) {
    double met = Math.max(others, 0);
    double known = (met + record) * perPoint;
    return Math.max(capped ? Math.min(known, met * perPointCapped) : known, met * perPointUnknown);
  }
}
