package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** An administrator has closed an account for now. */
@Serdeable
public record AccountSuspended(UUID personId) implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
