package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A profile should be reconfirmed soon, or it will be hidden.
 *
 * @param version the profile's version after the step
 */
@Serdeable
public record ReconfirmationDue(UUID subject, long version) implements DomainEvent {}
