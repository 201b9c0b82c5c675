package eu.bridgehall.matching;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the other fits one side, written out.
 *
 * @param fit 0 to 100, one decimal; the sum of the contributions
 * @param criteria every criterion, always in the same order
 * @param unknown what stands for all that this side has not said
 * @param weighing that this side does not weigh as by default, in the reader's language; null where
 *     it does
 */
@Serdeable
public record SideView(
    BigDecimal fit, List<CriterionView> criteria, UnknownView unknown, @Nullable String weighing) {
  public SideView {
    criteria = List.copyOf(criteria);
  }

  /**
   * One criterion.
   *
   * @param label its name in the reader's language
   * @param stated whether it counts: said by this side, or known
   * @param value 0 to 1, three decimals
   * @param weight of 100 in all
   * @param contribution points that it adds to the fit, one decimal
   * @param sentence why, in the reader's language
   * @param odds what the value of the track record is made of; empty for other criteria
   */
  @Serdeable
  public record CriterionView(
      String id,
      String label,
      boolean stated,
      BigDecimal value,
      BigDecimal weight,
      BigDecimal contribution,
      String sentence,
      List<OddsView> odds) {
    public CriterionView {
      odds = List.copyOf(odds);
    }
  }

  /**
   * What one thing says of the two.
   *
   * @param id what it is: {@code size, distance, urbanisation, coast, countries, regions, shared,
   *     linked, seats, names, surroundings, abroad}
   * @param label the same in the reader's language
   * @param times how much oftener than others two are twinned of which this is so, two decimals;
   *     below 1 it speaks against them
   */
  @Serdeable
  public record OddsView(String id, String label, BigDecimal times) {}

  /**
   * "Little is known yet": a weight that adds no points.
   *
   * @param weight stands beside the weights of what is stated
   * @param sentence what it does, in the reader's language
   */
  @Serdeable
  public record UnknownView(String label, BigDecimal weight, String sentence) {}
}
