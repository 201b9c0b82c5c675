package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * An authority asks to be put in touch; where {@code reviewed}, somebody has to let it through
 * first.
 */
@Serdeable
public record IntroductionRequested(
    UUID subject, UUID from, UUID to, String country, boolean reviewed) implements DomainEvent {}
