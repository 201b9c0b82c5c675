package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile was hidden; the reasons are in its history under that version.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ProfileSuspended(UUID subject, long version) implements DomainEvent {}
