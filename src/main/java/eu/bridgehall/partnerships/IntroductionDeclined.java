package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The side that is asked does not want it. */
@Serdeable
public record IntroductionDeclined(UUID subject, UUID from, UUID to) implements DomainEvent {}
