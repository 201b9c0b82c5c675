package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The password of a person was changed: they are told, in case it was not them. */
@Serdeable
public record PasswordChanged(UUID personId) implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
