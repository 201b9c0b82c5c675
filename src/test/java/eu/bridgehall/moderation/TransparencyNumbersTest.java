package eu.bridgehall.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
    assertThat(told(6, 7)).containsExactly(13L, 6L, 7L);
    assertThat(told(2, 3)).containsExactly(5L, null, null);
    assertThat(told(1, 1)).containsExactly(null, null, null);
  }

  @Test
  void whatCouldBeFoundBySubtractionIsNotToldEither() {
    assertThat(told(2, 9, 6)).containsExactly(17L, null, 9L, null);
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
    assertThat(told.stream().map(TransparencyLine::count))
        .containsExactly(20L, 9L, null, null, null, null);
  }

  @Property
  void whatIsLeftOutIsNeverASmallNumber(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 30) Integer> parts) {
    List<Long> told = told(parts.stream().mapToInt(Integer::intValue).toArray());
    Long sum = told.getFirst();
    if (sum != null) {
      long left = sum - told.stream().skip(1).mapToLong(n -> n == null ? 0 : n).sum();
      assertThat(left == 0 || left >= TransparencyNumbers.SMALLEST).isTrue();
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
    List<Long> told = new ArrayList<>();
    TransparencyNumbers.told(lines).forEach(line -> told.add(line.count()));
    return told;
  }

  private static TransparencyLine line(
      @Nullable String outcome, @Nullable String reason, long count) {
    return new TransparencyLine(outcome, reason, count, 1.0, 2.0);
  }
}
