package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * An account was locked: its owner sets a new password by a link that is mailed.
 *
 * @param subject the person
 */
@Serdeable
public record AccountLocked(UUID subject) implements DomainEvent {}
