package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has looked at a flag.
 *
 * @param note what is to be known of it, at most 1,000 characters
 */
@Serdeable
public record SignalDismissal(@Nullable String note) {}
