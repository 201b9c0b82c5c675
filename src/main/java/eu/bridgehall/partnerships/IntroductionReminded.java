package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * The side that is asked has not answered yet and is reminded.
 *
 * @param to the side that is reminded
 * @param until when it expires
 * @param last whether it is the last time
 * @param proposed whether it was proposed to both sides
 */
@Serdeable
public record IntroductionReminded(
    UUID subject, UUID from, UUID to, Instant until, boolean last, boolean proposed)
    implements DomainEvent {}
