package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report.
 *
 * @param kind {@code conversation} or {@code message}
 * @param subject id of what is reported
 * @param sides of the conversation
 * @param excerpt what the message said when it was reported; null for a conversation
 * @param earlier what it had said before, the oldest first
 * @param files names of the files that it had
 * @param reason id of a {@link ReportReason}
 * @param reporter name of who reported it; null where the account is gone
 * @param reportedFor for which side
 */
@Serdeable
public record ReportResponse(
    UUID id,
    String kind,
    UUID subject,
    UUID conversation,
    List<Party> sides,
    @Nullable String excerpt,
    List<String> earlier,
    List<String> files,
    String reason,
    @Nullable String text,
    @Nullable String reporter,
    UUID reportedFor,
    Instant at) {
  public ReportResponse {
    sides = List.copyOf(sides);
    earlier = List.copyOf(earlier);
    files = List.copyOf(files);
  }
}
