package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("invitation")
public record InvitationRow(
    @Id UUID id,
    UUID organisationId,
    String email,
    MemberRole role,
    String language,
    @Nullable UUID invitedBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant closedAt,
    @Nullable String closedWhy) {
  boolean isOpen(Instant now) {
    return closedAt == null && now.isBefore(expiresAt);
  }
}
