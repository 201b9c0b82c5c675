package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * The side that is asked has not answered yet and is reminded.
 *
 * @param until when it expires
 * @param last whether it is the last time
 */
@Serdeable
public record IntroductionReminded(UUID subject, UUID from, UUID to, Instant until, boolean last)
    implements DomainEvent {}
