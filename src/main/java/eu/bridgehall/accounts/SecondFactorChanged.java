package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Something was done with somebody's second factor: she is told, in case it was not her. */
@Serdeable
public record SecondFactorChanged(UUID personId, SecondFactorStep step) implements DomainEvent {
  @Override
  public UUID subject() {
    return personId;
  }
}
