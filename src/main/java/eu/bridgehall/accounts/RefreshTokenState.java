package eu.bridgehall.accounts;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Introspected
record RefreshTokenState(@Nullable Instant usedAt, Instant expiresAt) {}
