package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Nobody has answered in time; it is over for both sides.
 *
 * @param proposed whether it was proposed to both sides
 */
@Serdeable
public record IntroductionExpired(UUID subject, UUID from, UUID to, boolean proposed)
    implements DomainEvent {}
