package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody appeals against a decision.
 *
 * @param subject the appeal
 * @param authority that the decision concerns; null where it concerns a person alone
 * @param person whom it concerns, or who has written what it is about; null elsewhere
 */
@Serdeable
public record AppealMade(
    UUID subject, UUID decision, @Nullable UUID authority, @Nullable UUID person)
    implements DomainEvent {}
