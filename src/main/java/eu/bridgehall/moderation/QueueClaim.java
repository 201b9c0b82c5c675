package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has taken something on.
 *
 * @param by name of the person; null where the account is gone
 * @param mine whether it is the reader
 * @param until when it is free again, unless it is decided or given back before
 */
@Serdeable
public record QueueClaim(@Nullable String by, boolean mine, Instant since, Instant until) {}
