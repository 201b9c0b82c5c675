package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How something is taken on.
 *
 * @param take whether also from somebody else who has it; for the secretariat
 */
@Serdeable
public record QueueClaimRequest(@Nullable Boolean take) {}
