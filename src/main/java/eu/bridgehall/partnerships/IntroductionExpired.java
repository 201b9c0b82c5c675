package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Nobody has answered in time; it is over for both sides. */
@Serdeable
public record IntroductionExpired(UUID subject, UUID from, UUID to) implements DomainEvent {}
