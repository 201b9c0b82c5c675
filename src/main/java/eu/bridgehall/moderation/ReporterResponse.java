package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Person;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reports.
 *
 * @param reports how much she has reported
 * @param unfounded how many of her reports were decided with no action
 * @param warned whether she was warned for that, before which her reports are not put aside
 * @param putAsideUntil until when no new ones of her are taken; null where they are
 */
@Serdeable
public record ReporterResponse(
    UUID id,
    String name,
    long reports,
    long unfounded,
    boolean warned,
    @Nullable Instant putAsideUntil) {
  static ReporterResponse of(
      Person person, ReportRepository.Tally tally, boolean warned, @Nullable Instant putAside) {
    return new ReporterResponse(
        person.id(), person.name(), tally.made(), tally.unfounded(), warned, putAside);
  }
}
