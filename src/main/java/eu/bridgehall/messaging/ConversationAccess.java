package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.ties.Tie;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a conversation and who may write in it. Read: those who act for one of its sides as
 * they are now, nobody else; to others it does not exist, the secretariat included where it is no
 * side. A side that has left reads what was written before. Write: editors and owners of an
 * authority, officers of an association, the people of the secretariat, while the sides may still
 * write to each other; what has been written stays readable when that ends.
 */
@Singleton
class ConversationAccess {
  private final ConversationRepository conversations;
  private final Organisations organisations;
  private final Ties ties;
  private final ProfileDirectory profiles;

  ConversationAccess(
      ConversationRepository conversations,
      Organisations organisations,
      Ties ties,
      ProfileDirectory profiles) {
    this.conversations = conversations;
    this.organisations = organisations;
    this.ties = ties;
    this.profiles = profiles;
  }

  /** The organisations that the actor acts for, in whatever role. */
  Set<UUID> organisations(Actor actor) {
    Set<UUID> own = new HashSet<>(actor.authorities().keySet());
    own.addAll(actor.associations().keySet());
    if (actor.isSignedIn() && actor.isSecretariat()) {
      own.add(organisations.secretariat().id());
    }
    return own;
  }

  /**
   * The conversation, for who may read it.
   *
   * @throws DomainException.NotFound for everybody else
   */
  Conversation readable(Actor actor, UUID id) {
    return conversations
        .find(id)
        .filter(c -> mayRead(actor, c))
        .orElseThrow(() -> new DomainException.NotFound("conversations.notFound"));
  }

  /** Whether the actor may read it. */
  boolean mayRead(Actor actor, Conversation c) {
    return c.sides().stream().anyMatch(s -> s.isActedForBy(actor, MemberRole.VIEWER));
  }

  /** Whether the actor is told what is new in it. */
  boolean hears(Actor actor, Conversation c) {
    return c.sides().stream()
        .anyMatch(s -> s.isPresent() && s.isActedForBy(actor, MemberRole.VIEWER));
  }

  /**
   * Whether the actor may be told that this side has written: it is shown, and no barrier is up.
   */
  boolean mayTellOf(Actor actor, Conversation c, UUID writer) {
    if (c.side(writer).filter(Side::isAuthority).isEmpty()) {
      return true;
    }
    List<UUID> own =
        c.sides().stream()
            .filter(s -> s.isAuthority() && s.isActedForBy(actor, MemberRole.VIEWER))
            .map(Side::id)
            .toList();
    return takesPart(writer)
        && ties.between(own, List.of(writer)).values().stream()
            .flatMap(Collection::stream)
            .noneMatch(Tie::isBarrier);
  }

  /** Number of the last message that the actor may read. */
  long readsUpTo(Actor actor, Conversation c) {
    return c.sides().stream()
        .filter(s -> s.isActedForBy(actor, MemberRole.VIEWER))
        .mapToLong(Side::readsUpTo)
        .max()
        .orElse(0);
  }

  /** The side as which the actor reads, where she may. */
  Side readsAs(Actor actor, @Nullable UUID asked, Conversation c) {
    return c.sides().stream()
        .filter(s -> s.isActedForBy(actor, MemberRole.VIEWER))
        .filter(s -> asked == null || s.id().equals(asked))
        .findFirst()
        .orElseThrow(() -> new DomainException.NotFound("conversations.notFound"));
  }

  /** The sides for which the actor could write. */
  List<Side> writable(Actor actor, Conversation c) {
    return c.sides().stream()
        .filter(s -> s.isPresent() && s.isActedForBy(actor, MemberRole.EDITOR))
        .toList();
  }

  /** Whether the actor could post a message now. */
  boolean mayWrite(Actor actor, Conversation c) {
    return writable(actor, c).stream().anyMatch(s -> isOpen(c, s));
  }

  /**
   * Whether a side may write now. To an association or the secretariat always; authorities while
   * both take part and are in touch, and among several while nothing keeps the writer apart from
   * one of the others.
   */
  boolean isOpen(Conversation c, Side side) {
    List<Side> others = c.presentBeside(side.id());
    if (others.isEmpty()) {
      return false;
    }
    if (c.sides().stream().anyMatch(s -> !s.isAuthority())) {
      return true;
    }
    if (others.size() == 1) {
      UUID other = others.getFirst().id();
      return ties.mayWrite(side.id(), other) && takesPart(side.id()) && takesPart(other);
    }
    List<UUID> ids = others.stream().map(Side::id).toList();
    return takesPart(side.id())
        && ties.between(List.of(side.id()), ids).values().stream()
            .flatMap(Collection::stream)
            .noneMatch(Tie::isBarrier);
  }

  private boolean takesPart(UUID authority) {
    return profiles.find(authority).filter(p -> p.status().takesPart()).isPresent();
  }

  /**
   * The side for which the actor writes.
   *
   * @param wanted the one she named; null where she named none
   * @throws DomainException.Conflict where her side has left
   * @throws DomainException.Forbidden where she may write for none
   * @throws DomainException.Invalid where she named another one, or none and may write for several
   */
  Side side(Actor actor, Conversation c, @Nullable UUID wanted) {
    List<Side> sides = writable(actor, c);
    if (sides.isEmpty()) {
      if (c.sides().stream().anyMatch(s -> s.isActedForBy(actor, MemberRole.EDITOR))) {
        throw new DomainException.Conflict("conversations.closed");
      }
      throw new DomainException.Forbidden("conversations.viewer");
    }
    if (wanted == null && sides.size() == 1) {
      return sides.getFirst();
    }
    return sides.stream()
        .filter(s -> s.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new DomainException.Invalid("side", "conversations.side"));
  }

  /**
   * Refuses to write where that is over.
   *
   * @throws DomainException.Conflict without saying which side, or who, has ended it
   */
  void mustBeOpen(Conversation c, Side side) {
    if (!isOpen(c, side)) {
      throw new DomainException.Conflict("conversations.closed");
    }
  }

  /**
   * Refuses whoever could not post a message now.
   *
   * @throws DomainException.NotFound for those who may not read it
   * @throws DomainException.Forbidden for those who only may read it
   * @throws DomainException.Conflict where that is over
   */
  void mustWrite(Actor actor, UUID id) {
    Conversation c = readable(actor, id);
    if (!mayWrite(actor, c)) {
      if (writable(actor, c).isEmpty()) {
        side(actor, c, null);
      }
      throw new DomainException.Conflict("conversations.closed");
    }
  }
}
