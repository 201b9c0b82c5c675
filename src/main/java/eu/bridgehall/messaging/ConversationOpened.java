package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Two authorities can write to each other. */
@Serdeable
public record ConversationOpened(UUID subject, UUID introduction) implements DomainEvent {}
