package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a message is to say from now on.
 *
 * @param text under the rules of a message that is posted
 */
@Serdeable
public record EditMessage(@Nullable String text) {}
