package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Somebody has reported a conversation, or a message in it, to the secretariat. */
@Serdeable
public record ReportMade(UUID subject, UUID conversation) implements DomainEvent {}
