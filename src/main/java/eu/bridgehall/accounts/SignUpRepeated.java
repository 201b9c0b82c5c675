package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Somebody asked for an account with an address that has one: its owner is told. */
@Serdeable
public record SignUpRepeated(UUID personId) implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
