package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** An introduction has reached the side that is asked. */
@Serdeable
public record IntroductionSent(UUID subject, UUID from, UUID to) implements DomainEvent {}
