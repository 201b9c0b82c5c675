package eu.bridgehall.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("sign_up")
record SignUpRow(
    @Id UUID id,
    String email,
    String name,
    String passwordHash,
    String language,
    Instant createdAt,
    Instant expiresAt,
    @Nullable String accepted) {}
