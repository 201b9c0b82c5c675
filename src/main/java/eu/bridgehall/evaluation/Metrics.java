package eu.bridgehall.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How well real partners were found.
 *
 * @param n how many questions were asked
 * @param hitsAt10 share of the partners found among the first ten
 * @param hitsAt100 among the first hundred
 * @param mrr mean of 1 / rank
 * @param medianRank median of the ranks; ranks of equal scores are their mean
 */
@Serdeable
record Metrics(
    int n,
    @JsonProperty("hits@10") double hitsAt10,
    @JsonProperty("hits@100") double hitsAt100,
    double mrr,
    double medianRank) {
  private static final int TEN = 10;
  private static final int HUNDRED = 100;
  private static final int DRAWS = 1000;

  /**
   * One question: who is the partner of this town.
   *
   * @param pair number of the pair, which is asked from both ends
   * @param rank mean rank of the partner, from 1
   */
  record Answer(int pair, boolean ukrainian, boolean withoutPartner, double rank) {}

  static Metrics of(List<Answer> answers) {
    double[] ranks = answers.stream().mapToDouble(Answer::rank).sorted().toArray();
    int n = ranks.length;
    if (n == 0) {
      return new Metrics(0, 0, 0, 0, 0);
    }
    double median = (ranks[(n - 1) / 2] + ranks[n / 2]) / 2;
    return new Metrics(
        n,
        share(ranks, TEN),
        share(ranks, HUNDRED),
        Arrays.stream(ranks).map(rank -> 1 / rank).average().orElse(0),
        median);
  }

  private static double share(double[] ranks, int among) {
    return Arrays.stream(ranks).filter(rank -> rank <= among).count() / (double) ranks.length;
  }

  /**
   * Where a number lies with 95 % confidence: between these two, by drawing pairs anew a thousand
   * times.
   */
  static double[] interval(List<Answer> answers, ToDoubleFunction<Metrics> number, long seed) {
    List<List<Answer>> byPair =
        List.copyOf(
            answers.stream()
                .collect(Collectors.groupingBy(Answer::pair, TreeMap::new, Collectors.toList()))
                .values());
    Random random = new Random(seed);
    double[] drawn = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      List<Answer> sample = new ArrayList<>(answers.size());
      for (int j = 0; j < byPair.size(); j++) {
        sample.addAll(byPair.get(random.nextInt(byPair.size())));
      }
      drawn[i] = number.applyAsDouble(of(sample));
    }
    Arrays.sort(drawn);
    return new double[] {drawn[DRAWS * 25 / 1000], drawn[DRAWS * 975 / 1000 - 1]};
  }
}
