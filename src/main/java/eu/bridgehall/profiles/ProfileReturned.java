package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile was sent back; the reasons are in its history under that version.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ProfileReturned(UUID subject, long version) implements DomainEvent {}
