package eu.bridgehall.moderation;

import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in the queue.
 *
 * @param subject id of the profile, claim, request for ownership, introduction, first report,
 *     decision (also of an appeal or a correction) or flag
 * @param names of the authorities that it is about
 * @param country of the first of them (ISO 3166-1 alpha-2); null where it is about none
 * @param since when it began to wait
 * @param due until when it should be decided
 * @param overdue whether that is over
 * @param times how often it was reported
 * @param signals what automatic signals have found in it
 * @param claim who has taken it on; null where nobody has
 */
@Serdeable
public record QueueItem(
    @Schema(implementation = WaitingKind.class) String kind,
    UUID subject,
    List<String> names,
    @Nullable String country,
    Instant since,
    Instant due,
    boolean overdue,
    @Schema(implementation = QueuePriority.class) String priority,
    long times,
    @ArraySchema(schema = @Schema(implementation = Signal.class)) List<String> signals,
    @Nullable QueueClaim claim) {
  public QueueItem {
    names = List.copyOf(names);
    signals = List.copyOf(signals);
  }

  /** The same, with what signals have found besides. */
  QueueItem with(List<String> found) {
    List<String> all = Stream.concat(signals.stream(), found.stream()).distinct().toList();
    return new QueueItem(
        kind, subject, names, country, since, due, overdue, priority, times, all, claim);
  }
}
