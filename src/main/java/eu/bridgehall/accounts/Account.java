package eu.bridgehall.accounts;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account, for administrators.
 *
 * @param language of mails to its owner (ISO 639-1)
 * @param suspendedAt since when it is suspended; null where it is not
 */
@Serdeable
public record Account(
    UUID id,
    String email,
    String name,
    String language,
    Instant createdAt,
    @Nullable Instant suspendedAt) {
  static Account of(PersonRow row) {
    return new Account(
        row.id(), row.email(), row.name(), row.language(), row.createdAt(), row.suspendedAt());
  }
}
