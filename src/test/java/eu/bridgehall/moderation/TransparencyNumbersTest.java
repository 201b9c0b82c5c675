package eu.bridgehall.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransparencyNumbersTest {
  @Test
  void whatIsSmallIsNotTold() {
    assertEquals(Arrays.asList(13L, 6L, 7L), told(6, 7));
    assertEquals(Arrays.asList(5L, null, null), told(2, 3));
    assertEquals(Arrays.asList(null, null, null), told(1, 1));
  }

  @Test
  void whatCouldBeFoundBySubtractionIsNotToldEither() {
    assertEquals(Arrays.asList(17L, null, 9L, null), told(2, 9, 6));
  }

  @Test
  void underWhatIsNotToldNothingIsTold() {
    List<TransparencyLine> told =
        TransparencyNumbers.told(
            List.of(
                line(null, null, 20),
                line("confirm", null, 9),
                line("return", null, 8),
                line("return", "incomplete", 8),
                line("suspend", null, 3),
                line("suspend", "spam", 3)));
    assertEquals(Arrays.asList(20L, 9L, null, null, null, null), counts(told));
  }

  @Property
  void whatIsLeftOutIsNeverASmallNumber(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 30) Integer> parts) {
    List<Long> told = told(parts.stream().mapToInt(Integer::intValue).toArray());
    Long sum = told.getFirst();
    if (sum != null) {
      long left = sum - told.stream().skip(1).mapToLong(n -> n == null ? 0 : n).sum();
      assertTrue(left == 0 || left >= TransparencyNumbers.SMALLEST);
    }
  }

  /** The numbers as they are told: the sum, then each. */
  private static List<Long> told(int... parts) {
    List<TransparencyLine> lines = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < parts.length; i++) {
      lines.add(line("o" + i, null, parts[i]));
      sum += parts[i];
    }
    lines.addFirst(line(null, null, sum));
    return counts(TransparencyNumbers.told(lines));
  }

  private static List<Long> counts(List<TransparencyLine> lines) {
    List<Long> counts = new ArrayList<>();
    lines.forEach(line -> counts.add(line.count()));
    return counts;
  }

  private static TransparencyLine line(
      @Nullable String outcome, @Nullable String reason, long count) {
    return new TransparencyLine(outcome, reason, count, 1.0, 2.0);
  }
}
