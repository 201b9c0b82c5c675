package eu.bridgehall.evaluation;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.List;

/**
 * How attention was spread in a simulation; means over the seeds where there are several.
 *
 * @param gini of how often each authority was shown: 0 if all alike, 1 if one alone
 * @param shown share of all authorities that were shown to anybody
 * @param hromadasShown share of all hromadas
 * @param withoutPartnerShown share of those of which no partner is known
 * @param hromadas share of hromadas among all that was shown
 * @param withoutPartner share of those without a known partner among all that was shown
 * @param requests the 99th percentile of the requests that an authority got in a round
 * @param meanScore mean mutual score of what was shown
 */
@Serdeable
record Exposure(
    double gini,
    double shown,
    double hromadasShown,
    double withoutPartnerShown,
    double hromadas,
    double withoutPartner,
    double requests,
    double meanScore) {

  /** Gini coefficient of numbers that are not negative. */
  static double gini(int[] numbers) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += sorted[i];
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
    }
    return sum == 0 ? 0 : weighted / (sorted.length * sum);
  }

  /** Each number's mean. */
  static Exposure mean(List<Exposure> several) {
    double[] sums = new double[8];
    for (Exposure one : several) {
      double[] numbers = one.numbers();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += numbers[i] / several.size();
      }
    }
    return new Exposure(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]);
  }

  private double[] numbers() {
    return new double[] {
      gini, shown, hromadasShown, withoutPartnerShown, hromadas, withoutPartner, requests, meanScore
    };
  }
}
