package eu.bridgehall.matching;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * "Not for us".
 *
 * @param reason {@code themes, size, place, language, already-known} or {@code other}
 */
@Serdeable
public record Dismissal(@Nullable String reason) {}
