package eu.bridgehall.organisations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authority may not do for a time.
 *
 * @param decision that it comes from
 * @param until when it ends by itself; null where somebody has to lift it
 */
public record Restriction(
    UUID decision,
    UUID organisation,
    RestrictionKind kind,
    Instant since,
    @Nullable Instant until) {}
