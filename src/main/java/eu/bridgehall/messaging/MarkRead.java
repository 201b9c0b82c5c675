package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Up to where the reader has read, as a client sends it.
 *
 * @param upTo number of the last message read; a smaller one than before changes nothing
 */
@Serdeable
public record MarkRead(@Nullable Long upTo) {}
