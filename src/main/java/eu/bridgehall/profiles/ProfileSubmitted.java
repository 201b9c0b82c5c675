package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile waits to be confirmed.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ProfileSubmitted(UUID subject, long version) implements DomainEvent {}
