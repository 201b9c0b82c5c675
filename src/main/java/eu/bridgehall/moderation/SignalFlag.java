package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What automatic signals have found. The text of a message is not in it: those who are in the
 * conversation read it, and what one of them reports.
 *
 * @param subject id of the authority, the message or the account
 * @param authority whose text it is, or for which the account acts
 * @param country of the authority (ISO 3166-1 alpha-2)
 * @param others names of the other sides of the conversation
 * @param person name of the person whose account it is; null elsewhere, or where it is gone
 * @param emailDomain what stands after the @ of her address; null as above
 * @param places in which fields of a profile, such as {@code summary-en}
 * @param waits whether it waits by itself; what is in a submitted profile is looked at with that
 * @param closedAt when somebody has looked at it, or it was gone; null while it is open
 * @param note what was noted with it
 */
@Serdeable
public record SignalFlag(
    UUID id,
    @Schema(implementation = SignalSubject.class) String kind,
    UUID subject,
    UUID authority,
    String authorityName,
    @Nullable String country,
    List<String> others,
    @Nullable String person,
    @Nullable String emailDomain,
    @ArraySchema(schema = @Schema(implementation = Signal.class)) List<String> signals,
    List<String> places,
    Instant foundAt,
    boolean waits,
    @Nullable Instant closedAt,
    @Nullable @Schema(implementation = SignalOutcome.class) String closedWhy,
    @Nullable String note) {
  public SignalFlag {
    others = List.copyOf(others);
    signals = List.copyOf(signals);
    places = List.copyOf(places);
  }

  /** Whether nobody has looked at it yet, and it is still there. */
  public boolean isOpen() {
    return closedAt == null;
  }
}
