package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal has been decided.
 *
 * @param subject the appeal
 * @param outcome id of an {@link eu.bridgehall.moderation.model.AppealOutcome}
 * @param authority that the decision concerns; null where it concerns a person alone
 * @param person who has written what the decision is about; null elsewhere
 * @param appellant who has appealed
 */
@Serdeable
public record AppealDecided(
    UUID subject,
    UUID decision,
    String outcome,
    @Nullable UUID authority,
    @Nullable UUID person,
    UUID appellant)
    implements DomainEvent {}
