package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * The secretariat has ended it.
 *
 * @param reached whether the side that was asked had seen it
 */
@Serdeable
public record IntroductionEnded(UUID subject, UUID from, UUID to, boolean reached)
    implements DomainEvent {}
