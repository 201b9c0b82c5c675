package eu.bridgehall.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transparency report of a year.
 *
 * @param years that there is a report of
 * @param until the last day that is counted; null while the first quarter goes on
 * @param smallest the smallest number that is told
 */
public record TransparencyView(
    int year,
    boolean complete,
    @Nullable LocalDate until,
    int smallest,
    List<Integer> years,
    List<Table> tables) {
  public TransparencyView {
    years = List.copyOf(years);
    tables = List.copyOf(tables);
  }

  /** The last day that is counted, for a frame that writes days. */
  public @Nullable Instant untilDay() {
    return until == null ? null : LegalView.at(until);
  }

  /**
   * A table.
   *
   * @param timed whether anything in it was waited for
   */
  public record Table(String topic, boolean timed, List<Line> lines) {
    public Table {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line.
   *
   * @param name what is counted, in words
   * @param level 0 for all, 1 for an outcome, 2 for a reason
   * @param count null where it is not told
   */
  public record Line(
      String name,
      int level,
      @Nullable Long count,
      @Nullable Double medianDays,
      @Nullable Double ninetyDays) {}
}
