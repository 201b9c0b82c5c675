package eu.bridgehall.discovery;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild of the index has come.
 *
 * @param state idle, running, done or failed: of the last rebuild that was asked for since the
 *     service started
 * @param done profiles read so far
 * @param total confirmed profiles when it began
 * @param documents how many profiles can be found now
 * @param secondsBehind how long the oldest change that is not yet indexed has waited; 0 for none
 */
@Serdeable
public record ReindexStatus(
    String state,
    long done,
    long total,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long documents,
    long secondsBehind) {}
