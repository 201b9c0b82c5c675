package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.organisations.Restrictions;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  private final Restrictions restrictions;
  private final BetweenSides between;

  ConversationAccess(
      ConversationRepository conversations,
      Organisations organisations,
      Restrictions restrictions,
      BetweenSides between) {
    this.conversations = conversations;
    this.organisations = organisations;
    this.restrictions = restrictions;
    this.between = between;
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

  /**
   * As {@link #readable}, and nobody writes in it, changes it or leaves it until the transaction
   * ends: what is decided by its sides now is still so when it is done.
   */
  Conversation locked(Actor actor, UUID id) {
    return conversations
        .lock(id)
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
   * The first of these sides, but for her own, of which the actor may be told that it has written:
   * it is shown, and no barrier is up.
   */
  Optional<UUID> firstToTellOf(Actor actor, Conversation c, List<UUID> writers) {
    List<Side> own =
        c.sides().stream().filter(s -> s.isActedForBy(actor, MemberRole.VIEWER)).toList();
    List<Side> others =
        writers.stream()
            .flatMap(writer -> c.side(writer).stream())
            .filter(writer -> !own.contains(writer))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    BetweenSides.Now now = between.of(List.of(c));
    return others.stream()
        .filter(writer -> !writer.isAuthority() || mayTellOf(writer.id(), own, now))
        .map(Side::id)
        .findFirst();
  }

  private static boolean mayTellOf(UUID writer, List<Side> own, BetweenSides.Now now) {
    return now.takesPart(writer)
        && own.stream()
            .filter(Side::isAuthority)
            .noneMatch(me -> now.areKeptApart(me.id(), writer));
  }

  /** Number of the last message that the actor may read. */
  long readsUpTo(Actor actor, Conversation c) {
    return Math.min(c.lastNumber(), furthest(actor, c).readsUpTo());
  }

  /** The revision of the conversation as the actor may know it. */
  long seesUpTo(Actor actor, Conversation c) {
    return Math.min(c.revision(), furthest(actor, c).seesUpTo());
  }

  /** Of the sides that the actor acts for, the one that reads most: one that is still there. */
  Side furthest(Actor actor, Conversation c) {
    return c.sides().stream()
        .filter(s -> s.isActedForBy(actor, MemberRole.VIEWER))
        .max(Comparator.comparingLong(Side::seesUpTo))
        .orElseThrow(() -> new DomainException.NotFound("conversations.notFound"));
  }

  /**
   * The side as which the actor reads, where she may: of several, one that is still there and that
   * she may write for.
   */
  Side readsAs(Actor actor, @Nullable UUID asked, Conversation c) {
    Comparator<Side> first =
        Comparator.comparing((Side s) -> s.isPresent() && s.isActedForBy(actor, MemberRole.EDITOR))
            .thenComparing(Side::isPresent)
            .thenComparing(s -> s.isActedForBy(actor, MemberRole.EDITOR))
            .reversed();
    return c.sides().stream()
        .filter(s -> s.isActedForBy(actor, MemberRole.VIEWER))
        .filter(s -> asked == null || s.id().equals(asked))
        .min(first)
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
    return mayWrite(actor, c, between.of(List.of(c)));
  }

  /** Whether the actor could write for this side now. */
  boolean mayWriteFor(Actor actor, Conversation c, UUID side) {
    BetweenSides.Now now = between.of(List.of(c));
    return writable(actor, c).stream().anyMatch(s -> s.id().equals(side) && now.isOpen(c, s));
  }

  /** The same for any side, where it is known what stands between the sides. */
  boolean mayWrite(Actor actor, Conversation c, BetweenSides.Now now) {
    return writable(actor, c).stream().anyMatch(s -> now.isOpen(c, s));
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
    List<Side> sides = edited(actor, c).stream().filter(Side::isPresent).toList();
    if (sides.isEmpty()) {
      throw new DomainException.Conflict("conversations.closed");
    }
    return chosen(sides, wanted);
  }

  /**
   * The side for which the actor undoes what it has done here, also where it has left.
   *
   * @param wanted the one she named; null where she named none
   * @throws DomainException.Forbidden where she may write for none
   * @throws DomainException.Invalid where she named another one, or none and may write for several
   */
  Side formerSide(Actor actor, Conversation c, @Nullable UUID wanted) {
    return chosen(edited(actor, c), wanted);
  }

  private static List<Side> edited(Actor actor, Conversation c) {
    List<Side> sides =
        c.sides().stream().filter(s -> s.isActedForBy(actor, MemberRole.EDITOR)).toList();
    if (sides.isEmpty()) {
      throw new DomainException.Forbidden("conversations.viewer");
    }
    return sides;
  }

  private static Side chosen(List<Side> sides, @Nullable UUID wanted) {
    if (wanted == null && sides.size() == 1) {
      return sides.getFirst();
    }
    return sides.stream()
        .filter(s -> s.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new DomainException.Invalid(
                    "side", wanted == null ? "conversations.side" : "conversations.sideNotYours"));
  }

  /**
   * Refuses to write where that is over.
   *
   * @throws DomainException.Forbidden where the secretariat has decided that the side only reads
   * @throws DomainException.Conflict without saying which side, or who, has ended it
   */
  void mustBeOpen(Conversation c, Side side) {
    BetweenSides.Now now = between.of(List.of(c));
    if (now.onlyReads(c, side)) {
      restrictions.mustWrite(side.id());
    }
    if (!now.isOpen(c, side)) {
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
      List<Side> sides = writable(actor, c);
      if (sides.isEmpty()) {
        side(actor, c, null);
      }
      sides.forEach(side -> mustBeOpen(c, side));
      throw new DomainException.Conflict("conversations.closed");
    }
  }
}
