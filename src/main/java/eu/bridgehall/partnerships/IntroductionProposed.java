package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * An association or the secretariat proposes to two authorities to get to know each other.
 *
 * @param by the one that proposes
 */
@Serdeable
public record IntroductionProposed(UUID subject, UUID from, UUID to, UUID by)
    implements DomainEvent {}
