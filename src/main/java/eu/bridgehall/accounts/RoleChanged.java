package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.kernel.PlatformRole;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An administrator has given somebody a role for the whole service, or taken it away: she is told.
 *
 * @param role of the secretariat; null where it is about an association
 * @param association whose officer she is now, or no longer
 */
@Serdeable
public record RoleChanged(
    UUID personId, boolean given, @Nullable PlatformRole role, @Nullable UUID association)
    implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
