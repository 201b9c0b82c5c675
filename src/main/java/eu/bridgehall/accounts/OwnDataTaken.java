package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Somebody has taken a file of all that is kept about a person: she is told, in case it was not
 * her.
 */
@Serdeable
public record OwnDataTaken(UUID personId) implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
