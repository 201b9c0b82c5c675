package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Somebody has written a message.
 *
 * @param subject the conversation
 * @param message the message
 * @param number its number in the conversation
 * @param authority the organisation that the author wrote for
 * @param author the author's account
 */
@Serdeable
public record MessagePosted(UUID subject, UUID message, long number, UUID authority, UUID author)
    implements DomainEvent {}
