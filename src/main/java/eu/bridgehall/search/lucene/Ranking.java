package eu.bridgehall.search.lucene;

/** What is kept of the candidates of a match. */
interface Ranking {
  /** Rank value below which a candidate does not matter any more. */
  double least();

  /** A candidate that has passed the gates, scored or not. */
  void pass();

  /** A candidate that matters. */
  void offer(double rank, double mutual, long idHigh, long idLow);
}
