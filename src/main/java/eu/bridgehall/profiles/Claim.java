package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.ClaimKind;
import eu.bridgehall.profiles.model.ClaimState;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim on an authority.
 *
 * @param authorityName its official name; that of its place for who sees nothing of its profile
 * @param claimantName the person's name as in her account; empty once the account is gone
 * @param mailDomain of her address; the address itself is not shown
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
    @Schema(implementation = ClaimKind.class) String kind,
    String message,
    Instant at,
    @Schema(implementation = ClaimState.class) String state,
    @Nullable Instant decidedAt,
    @Nullable String reason) {}
