package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** An authority has chosen what counts for it, or has gone back to the defaults. */
@Serdeable
public record WeightsChanged(UUID subject) implements DomainEvent {}
