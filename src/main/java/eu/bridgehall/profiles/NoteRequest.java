package eu.bridgehall.profiles;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A note on what was done to find out who is entitled.
 *
 * @param kind {@code call_back}, {@code letter} or {@code other}
 * @param text who was reached and what was said
 */
@Serdeable
public record NoteRequest(@Nullable String kind, @Nullable String text) {}
