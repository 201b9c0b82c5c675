package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision has come into force.
 *
 * @param subject the decision
 * @param kind id of a {@link eu.bridgehall.moderation.model.DecisionKind}
 * @param origin id of a {@link eu.bridgehall.moderation.model.DecisionOrigin}; null in events of
 *     before it was told
 * @param authority whose people it concerns; null where it concerns nobody
 * @param person who has written what it is about; null elsewhere
 */
@Serdeable
public record DecisionMade(
    UUID subject,
    String kind,
    @Nullable String origin,
    @Nullable UUID authority,
    @Nullable UUID person)
    implements DomainEvent {}
