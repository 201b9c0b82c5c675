package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** An administrator has opened a suspended account again. */
@Serdeable
public record AccountRestored(UUID personId) implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
