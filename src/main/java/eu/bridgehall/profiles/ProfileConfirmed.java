package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile has been confirmed and is published.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ProfileConfirmed(UUID subject, long version) implements DomainEvent {}
