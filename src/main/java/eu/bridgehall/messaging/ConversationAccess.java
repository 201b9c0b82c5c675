package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a conversation and who may write in it. Read: the members of its two authorities as
 * they are now, nobody else; to others it does not exist, the secretariat included. Write: their
 * editors and owners, while both authorities take part and nothing keeps them apart; what has been
 * written stays readable when that ends.
 */
@Singleton
class ConversationAccess {
  private final Ties ties;
  private final ProfileDirectory profiles;

  ConversationAccess(Ties ties, ProfileDirectory profiles) {
    this.ties = ties;
    this.profiles = profiles;
  }

  /** Whether the actor may read it. */
  boolean mayRead(Actor actor, Conversation c) {
    return actor.isSignedIn()
        && c.authorities().stream().anyMatch(a -> actor.isMember(a, MemberRole.VIEWER));
  }

  /** The sides for which the actor could write. */
  List<UUID> writable(Actor actor, Conversation c) {
    return c.authorities().stream().filter(a -> actor.isMember(a, MemberRole.EDITOR)).toList();
  }

  /** Whether anybody may write in it now. */
  boolean isOpen(Conversation c) {
    return ties.mayWrite(c.authorities().getFirst(), c.authorities().getLast())
        && c.authorities().stream()
            .allMatch(a -> profiles.find(a).filter(p -> p.status().takesPart()).isPresent());
  }

  /**
   * The side for which the actor writes.
   *
   * @param wanted the one she named; null where she named none
   * @throws DomainException.Forbidden where she may write for neither
   * @throws DomainException.Invalid where she named another one, or none and may write for both
   */
  UUID side(Actor actor, Conversation c, @Nullable UUID wanted) {
    List<UUID> sides = writable(actor, c);
    if (sides.isEmpty()) {
      throw new DomainException.Forbidden("conversations.viewer");
    }
    if (wanted == null && sides.size() == 1) {
      return sides.getFirst();
    }
    if (wanted == null || !sides.contains(wanted)) {
      throw new DomainException.Invalid("authority", "conversations.side");
    }
    return wanted;
  }

  /**
   * Refuses to write where that is over.
   *
   * @throws DomainException.Conflict without saying which side, or who, has ended it
   */
  void mustBeOpen(Conversation c) {
    if (!isOpen(c)) {
      throw new DomainException.Conflict("conversations.closed");
    }
  }
}
