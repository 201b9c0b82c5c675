package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * An introduction still waits for a review.
 *
 * @param country the one whose association reviews it
 */
@Serdeable
public record IntroductionReviewReminded(UUID subject, UUID from, UUID to, String country)
    implements DomainEvent {}
