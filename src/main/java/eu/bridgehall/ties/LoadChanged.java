package eu.bridgehall.ties;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** An authority has received or answered a request, or has said how many partners it takes. */
@Serdeable
public record LoadChanged(UUID subject) implements DomainEvent {}
