package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile was hidden because nobody reconfirmed it.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ProfileLapsed(UUID subject, long version) implements DomainEvent {}
