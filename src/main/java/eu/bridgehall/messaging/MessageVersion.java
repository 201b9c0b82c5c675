package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What a message said before it was changed.
 *
 * @param at since when
 * @param until when it was changed
 */
@Serdeable
public record MessageVersion(String text, Instant at, Instant until) {}
