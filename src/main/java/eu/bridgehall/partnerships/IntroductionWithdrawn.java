package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * The asker has taken it back.
 *
 * @param reached whether the other side had seen it
 */
@Serdeable
public record IntroductionWithdrawn(UUID subject, UUID from, UUID to, boolean reached)
    implements DomainEvent {}
