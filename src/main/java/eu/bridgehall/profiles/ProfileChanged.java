package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile, or who may see it, is no longer what it was. Goes with every step and every edit: what
 * follows the profiles (an index) needs no other event.
 *
 * @param version the profile's version after the change
 */
@Serdeable
public record ProfileChanged(UUID subject, long version) implements DomainEvent {}
