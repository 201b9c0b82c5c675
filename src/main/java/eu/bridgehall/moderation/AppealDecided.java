package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.moderation.model.AppealSide;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
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
 * @param side for whom, id of an {@link AppealSide}; null in events of before there were sides
 * @param appellants all whose appeals were decided so, for one that is right ends the others with
 *     it; null in events of before
 */
@Serdeable
public record AppealDecided(
    UUID subject,
    UUID decision,
    String outcome,
    @Nullable UUID authority,
    @Nullable UUID person,
    UUID appellant,
    @Nullable String side,
    @Nullable List<UUID> appellants)
    implements DomainEvent {
  /** Whether it was the author's own appeal, and not her authority's. */
  public boolean isOfAuthor() {
    return side == null ? appellant.equals(person) : AppealSide.AUTHOR.id().equals(side);
  }

  /** Everybody whose appeal was decided so. */
  public List<UUID> allAppellants() {
    return appellants == null ? List.of(appellant) : appellants;
  }
}
