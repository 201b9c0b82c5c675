package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A person has closed her account: name and address are gone, what she has written is not. */
@Serdeable
public record AccountClosed(UUID personId) implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
