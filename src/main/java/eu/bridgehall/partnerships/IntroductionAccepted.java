package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Both sides agree; a conversation is to be opened. */
@Serdeable
public record IntroductionAccepted(UUID subject, UUID from, UUID to) implements DomainEvent {}
