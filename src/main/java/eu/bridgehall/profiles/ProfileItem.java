package eu.bridgehall.profiles;

import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.profiles.model.ProfileStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile in a list of those that the reader is responsible for. Holds no contact.
 *
 * @param role the reader's own role in the authority; null where she has none
 * @param completeness 0 to 100
 */
@Serdeable
public record ProfileItem(
    UUID id,
    long version,
    @Schema(implementation = ProfileStatus.class) String status,
    String officialName,
    String type,
    String country,
    long placeId,
    boolean demo,
    @Nullable @Schema(implementation = MemberRole.class) String role,
    int completeness,
    Instant changedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant reconfirmDue) {}
