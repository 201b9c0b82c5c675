package eu.bridgehall.support;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** An event of the tests. */
@Serdeable
public record ParcelSent(UUID subject, String content) implements DomainEvent {}
