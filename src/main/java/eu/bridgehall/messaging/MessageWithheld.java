package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A message, or a file of it, is shown no more, or is shown again.
 *
 * @param subject the conversation
 */
@Serdeable
public record MessageWithheld(UUID subject, UUID message) implements DomainEvent {}
