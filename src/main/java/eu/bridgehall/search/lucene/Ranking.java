package eu.bridgehall.search.lucene;

/** What is kept of the candidates of a match. */
interface Ranking {
  /** How many are kept. */
  int wanted();

  /** Rank value below which a candidate does not matter any more. */
  double least();

  /** So many candidates have passed the gates, scored or not. */
  void pass(long candidates);

  /** A candidate that matters. */
  void offer(double rank, double mutual, long idHigh, long idLow);
}
