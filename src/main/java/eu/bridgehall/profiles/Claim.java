package eu.bridgehall.profiles;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim on an authority.
 *
 * @param authorityName its official name
 * @param claimantName the person's name as in her account; empty once the account is gone
 * @param mailDomain of her address; the address itself is not shown
 * @param kind {@code join} or {@code dispute}
 * @param state {@code open}, {@code granted} or {@code refused}
 * @param reason of the decision
 */
@Serdeable
public record Claim(
    UUID id,
    UUID authority,
    String authorityName,
    String country,
    UUID claimant,
    String claimantName,
    String mailDomain,
    String kind,
    String message,
    Instant at,
    String state,
    @Nullable Instant decidedAt,
    @Nullable String reason) {}
