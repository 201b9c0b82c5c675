package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Somebody is invited to an authority: the address gets a link to accept. */
@Serdeable
public record InvitationMade(UUID invitationId) implements DomainEvent {
  @Override
  public UUID subject() {
    return invitationId;
  }
}
