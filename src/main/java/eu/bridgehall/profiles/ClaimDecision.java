package eu.bridgehall.profiles;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How a claim ends.
 *
 * @param grant whether it is granted; must be there
 * @param reason why, for those concerned; must be there for a refusal and for every dispute
 * @param removeOthers whether the members so far lose their membership; only in a granted dispute
 */
@Serdeable
public record ClaimDecision(
    @Nullable Boolean grant, @Nullable String reason, @Nullable Boolean removeOthers) {}
