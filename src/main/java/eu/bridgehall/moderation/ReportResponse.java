package eu.bridgehall.moderation;

import eu.bridgehall.messaging.Party;
import eu.bridgehall.moderation.model.SubjectKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report.
 *
 * @param kind id of a {@link SubjectKind}
 * @param subject id of what is reported
 * @param conversation in which it stands; null for a profile
 * @param sides of the conversation; none for a profile
 * @param authority whose it is; null for a conversation
 * @param author name of who has written it; null where that is nobody alone, or the account is gone
 * @param excerpt what it said when it was reported; null for a conversation and a file
 * @param earlier what a message had said before, the oldest first
 * @param files names of the files that a message had, or of the file that is reported
 * @param reason id of a {@link ReportReason}
 * @param reporter name of who reported it; null where the account is gone
 * @param reporterId her id
 * @param unfounded how many of her reports, of whatever, were decided with no action
 * @param reportedFor for which side; null where the reporter acts for none
 * @param decision id of the decision that closes it; null while it is open
 * @param again how the reporter has asked for another look; null where she has not
 */
@Serdeable
public record ReportResponse(
    UUID id,
    @Schema(implementation = SubjectKind.class) String kind,
    UUID subject,
    @Nullable UUID conversation,
    List<Party> sides,
    @Nullable Party authority,
    @Nullable String author,
    @Nullable String excerpt,
    List<String> earlier,
    List<String> files,
    @Schema(implementation = ReportReason.class) String reason,
    @Nullable String text,
    @Nullable String reporter,
    UUID reporterId,
    long unfounded,
    @Nullable UUID reportedFor,
    Instant at,
    @Nullable UUID decision,
    @Nullable ReportAgain again) {
  public ReportResponse {
    sides = List.copyOf(sides);
    earlier = List.copyOf(earlier);
    files = List.copyOf(files);
  }
}
