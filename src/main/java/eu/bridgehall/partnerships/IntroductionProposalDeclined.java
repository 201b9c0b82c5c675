package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Of two to whom it was proposed the one had accepted, and the other has declined now.
 *
 * @param from the one that had accepted
 * @param to the one that has declined
 */
@Serdeable
public record IntroductionProposalDeclined(UUID subject, UUID from, UUID to)
    implements DomainEvent {}
