package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A reviewer did not let it through. */
@Serdeable
public record IntroductionRejected(UUID subject, UUID from, UUID to) implements DomainEvent {}
