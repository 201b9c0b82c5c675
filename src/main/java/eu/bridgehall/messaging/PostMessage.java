package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as a client sends it.
 *
 * @param text plain text, 1 to 10,000 characters
 * @param authority for which authority it is written; needed only from a member of both sides
 */
@Serdeable
public record PostMessage(@Nullable String text, @Nullable UUID authority) {}
