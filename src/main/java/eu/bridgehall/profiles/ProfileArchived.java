package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile is over and its place free.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ProfileArchived(UUID subject, long version) implements DomainEvent {}
