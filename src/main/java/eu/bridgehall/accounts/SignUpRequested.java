package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for an account: the address gets a link to confirm it.
 *
 * @param then address on this service at which it was asked for; null where that does not matter
 */
@Serdeable
public record SignUpRequested(UUID signUpId, @Nullable String then) implements DomainEvent {
  @Override
  public UUID subject() {
    return signUpId;
  }
}
