package eu.bridgehall.profiles;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile in a list of those that the reader is responsible for. Holds no contact.
 *
 * @param role the reader's own role in the authority, in small letters; null where she has none
 * @param completeness 0 to 100
 */
@Serdeable
public record ProfileItem(
    UUID id,
    long version,
    String status,
    String officialName,
    String type,
    String country,
    long placeId,
    boolean demo,
    @Nullable String role,
    int completeness,
    Instant changedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant reconfirmDue) {}
