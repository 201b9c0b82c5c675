package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A person gets a link to set a password. */
@Serdeable
public record PasswordResetRequested(UUID personId) implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
