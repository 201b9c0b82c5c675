package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was corrected stays hidden all the same.
 *
 * @param subject the decision that hides it
 * @param authority that it concerns
 * @param person who has written what it is about; null elsewhere
 */
@Serdeable
public record CorrectionRefused(UUID subject, UUID authority, @Nullable UUID person)
    implements DomainEvent {}
