package eu.bridgehall.search.lucene;

import eu.bridgehall.search.MatchPage;

/** The best of a match, and how many there are in all. */
final class BestCandidates implements Ranking {
  private final int offset;
  private final int wanted;
  private final TopCandidates top;
  private long total;

  BestCandidates(int offset, int limit) {
    this.offset = offset;
    wanted = offset + limit;
    top = new TopCandidates(wanted);
  }

  MatchPage page() {
    return new MatchPage(top.hits(offset), total);
  }

  @Override
  public int wanted() {
    return wanted;
  }

  @Override
  public double least() {
    return top.least();
  }

  @Override
  public void pass(long candidates) {
    total += candidates;
  }

  @Override
  public void offer(double rank, double mutual, long idHigh, long idLow) {
    top.offer(rank, mutual, idHigh, idLow);
  }
}
