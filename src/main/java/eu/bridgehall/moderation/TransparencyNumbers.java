package eu.bridgehall.moderation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaves out small numbers: a number of less than five may tell of single people. Where it could be
 * found by taking the shown ones from their sum, the next smallest is left out too.
 */
final class TransparencyNumbers {
  /** The smallest number that is told. */
  static final int SMALLEST = 5;

  private TransparencyNumbers() {}

  /** The lines of a table as they are told: the line of all comes first. */
  static List<TransparencyLine> told(List<TransparencyLine> counted) {
    List<TransparencyLine> told = new ArrayList<>(counted);
    told.replaceAll(line -> count(line) < SMALLEST ? line.hidden() : line);
    // from the top down: under what is not told nothing is told
    for (int i = 0; i < told.size(); i++) {
      hideBelow(told, counted, i);
    }
    return told;
  }

  private static void hideBelow(
      List<TransparencyLine> told, List<TransparencyLine> counted, int above) {
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      if (told.get(above).isAbove(told.get(i))) {
        parts.add(i);
      }
    }
    if (told.get(above).count() == null) {
      parts.forEach(i -> told.set(i, told.get(i).hidden()));
      return;
    }
    long left = 0;
    for (int i : parts) {
      left += told.get(i).count() == null ? count(counted.get(i)) : 0;
    }
    if (left > 0 && left < SMALLEST) {
      parts.stream()
          .filter(i -> told.get(i).count() != null)
          .min(Comparator.comparingLong(i -> count(counted.get(i))))
          .ifPresent(i -> told.set(i, told.get(i).hidden()));
    }
  }

  private static long count(TransparencyLine line) {
    Long count = line.count();
    return count == null ? 0 : count;
  }
}
