package eu.bridgehall.moderation;

import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What waits of one kind.
 *
 * @param count how many, at least one
 * @param oldest when the first of them began to wait
 * @param overdue whether one of them should have been decided already
 * @param mine how many of them the reader has taken on
 */
@Serdeable
public record QueueSummary(
    @Schema(implementation = WaitingKind.class) String kind,
    long count,
    Instant oldest,
    boolean overdue,
    long mine) {}
