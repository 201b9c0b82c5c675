package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision is in force no longer: its term is over, or a moderator has lifted it.
 *
 * @param subject the decision
 * @param authority whose people it concerned; null where it concerned a person and what she reports
 * @param person who has written what it was about; null elsewhere
 */
@Serdeable
public record DecisionEnded(UUID subject, @Nullable UUID authority, @Nullable UUID person)
    implements DomainEvent {}
