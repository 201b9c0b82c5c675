package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Somebody has started the profile of an authority.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ProfileStarted(UUID subject, long version) implements DomainEvent {}
