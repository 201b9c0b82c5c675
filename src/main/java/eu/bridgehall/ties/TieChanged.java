package eu.bridgehall.ties;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A tie has begun, ended or become more certain.
 *
 * @param subject one of the two authorities
 * @param other the other one
 * @param kind the tie's kind
 * @param inForce whether it stands now
 */
@Serdeable
public record TieChanged(UUID subject, UUID other, TieKind kind, boolean inForce)
    implements DomainEvent {}
