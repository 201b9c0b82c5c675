package eu.bridgehall.scoring;

import java.util.Arrays;

/** A line through given points: between them it is straight, outside of them level. */
final class Curve {
  private final double[] at;
  private final double[] values;

  /**
   * @param at ascending, at least two
   * @param values as many
   */
  Curve(double[] at, double[] values) {
    if (at.length < 2 || at.length != values.length) {
      throw new IllegalArgumentException(at.length + " points, " + values.length + " values");
    }
    for (int i = 1; i < at.length; i++) {
      if (!(at[i] > at[i - 1])) {
        throw new IllegalArgumentException("Not ascending: " + Arrays.toString(at));
      }
    }
    this.at = at.clone();
    this.values = values.clone();
  }

  double value(double x) {
    if (x <= at[0]) {
      return values[0];
    }
    int last = at.length - 1;
    if (x >= at[last]) {
      return values[last];
    }
    int left = 0;
    while (x >= at[left + 1]) {
      left++;
    }
    double share = (x - at[left]) / (at[left + 1] - at[left]);
    return values[left] + share * (values[left + 1] - values[left]);
  }
}
