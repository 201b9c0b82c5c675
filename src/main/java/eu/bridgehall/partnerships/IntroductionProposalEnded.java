package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * What was proposed to two authorities is over: both have answered, or it has ended without that.
 *
 * @param proposedBy the association or the secretariat that had proposed it
 */
@Serdeable
public record IntroductionProposalEnded(UUID subject, UUID from, UUID to, UUID proposedBy)
    implements DomainEvent {}
