package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A side takes part in a conversation no more.
 *
 * @param subject the conversation
 * @param side the organisation
 */
@Serdeable
public record ConversationLeft(UUID subject, UUID side) implements DomainEvent {}
