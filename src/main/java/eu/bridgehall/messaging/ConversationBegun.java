package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * An organisation has begun a conversation; its first message has an event of its own.
 *
 * @param subject the conversation
 * @param from the organisation
 */
@Serdeable
public record ConversationBegun(UUID subject, UUID from) implements DomainEvent {}
