package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided in a year, in numbers. They are those of whole quarters and as things stood at
 * the end of the last one: two looks at a year that goes on never differ by a single case.
 *
 * @param complete whether the year is over
 * @param until the last day that is counted (UTC); null while the first quarter of the year goes on
 * @param smallest the smallest number that is told; a smaller one, and what would give it away, is
 *     left out
 */
@Serdeable
public record TransparencyReport(
    int year,
    boolean complete,
    @Nullable LocalDate until,
    int smallest,
    List<TransparencyTable> tables) {
  public TransparencyReport {
    tables = List.copyOf(tables);
  }
}
