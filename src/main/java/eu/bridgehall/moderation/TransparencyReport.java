package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What was decided in a year, in numbers.
 *
 * @param complete whether the year is over
 * @param smallest the smallest number that is told; a smaller one, and what would give it away, is
 *     left out
 */
@Serdeable
public record TransparencyReport(
    int year, boolean complete, int smallest, List<TransparencyTable> tables) {
  public TransparencyReport {
    tables = List.copyOf(tables);
  }
}
