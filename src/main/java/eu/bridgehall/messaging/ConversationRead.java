package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Somebody has read further in a conversation than before.
 *
 * @param subject the conversation
 * @param reader the reader's account
 * @param upTo number of the last message that she has read
 */
@Serdeable
public record ConversationRead(UUID subject, UUID reader, long upTo) implements DomainEvent {}
