package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * The author of a message has changed it.
 *
 * @param subject the conversation
 * @param number the message's number in the conversation
 */
@Serdeable
public record MessageEdited(UUID subject, UUID message, long number) implements DomainEvent {}
