package eu.bridgehall.discovery;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild of the index has come.
 *
 * @param done profiles read so far
 * @param total confirmed profiles when it began
 * @param documents how many profiles can be found now
 * @param secondsBehind how long the oldest change that is not yet indexed has waited; 0 for none
 */
@Serdeable
public record ReindexStatus(
    @Schema(implementation = ReindexState.class) String state,
    long done,
    long total,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long documents,
    long secondsBehind) {}
