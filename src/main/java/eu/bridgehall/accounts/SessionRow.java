package eu.bridgehall.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("session")
public record SessionRow(
    @Id UUID id,
    UUID personId,
    Instant createdAt,
    Instant lastSeen,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String endedWhy,
    String network,
    String client) {
  boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }
}
