package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Somebody asks for an account: the address gets a link to confirm it. */
@Serdeable
public record SignUpRequested(UUID signUpId) implements DomainEvent {
  @Override
  public UUID subject() {
    return signUpId;
  }
}
