package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A suspended profile is back where it was.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ProfileReinstated(UUID subject, long version) implements DomainEvent {}
