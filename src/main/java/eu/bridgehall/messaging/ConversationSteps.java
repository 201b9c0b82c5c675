package eu.bridgehall.messaging;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.partnerships.IntroductionEndings;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.ties.Certainty;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a side, or a reader, does about a conversation beside writing: leave it, hear nothing of it,
 * block another authority, show it its contact.
 */
@Singleton
public class ConversationSteps {
  private final ConversationRepository conversations;
  private final ReadingRepository readings;
  private final ConversationAccess access;
  private final ConversationAnswers answers;
  private final ProfileDirectory profiles;
  private final Ties ties;
  private final IntroductionEndings endings;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  ConversationSteps(
      ConversationRepository conversations,
      ReadingRepository readings,
      ConversationAccess access,
      ConversationAnswers answers,
      ProfileDirectory profiles,
      Ties ties,
      IntroductionEndings endings,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.conversations = conversations;
    this.readings = readings;
    this.access = access;
    this.answers = answers;
    this.profiles = profiles;
    this.ties = ties;
    this.endings = endings;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The actor's side leaves the conversation: it reads what was written, and nothing that comes,
   * and its contact is shared no longer. Where only one other side is left, nobody writes any more.
   *
   * @param wanted the side; null where she writes for one only
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   * @throws DomainException.Forbidden for viewers
   * @throws DomainException.Conflict where it has left before
   */
  @Transactional
  public ConversationResponse leave(Actor actor, UUID id, @Nullable UUID wanted) {
    Side side = access.side(actor, access.locked(actor, id), wanted);
    conversations.leave(id, side.id(), now());
    conversations.nextRevision(id);
    audit.record(actor, "conversation.leave", id, Map.of("side", side.id()));
    outbox.publish(new ConversationLeft(id, side.id()));
    return answers.of(actor, access.readable(actor, id));
  }

  /**
   * The actor wants no mails and notices about the conversation, or wants them again.
   *
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   */
  @Transactional
  public ConversationResponse mute(Actor actor, UUID id, boolean muted) {
    Conversation c = access.readable(actor, id);
    readings.mute(id, actor.person(), muted, now());
    return answers.of(actor, c);
  }

  /**
   * The actor's authority blocks another one, here and everywhere: neither writes to the other, nor
   * is suggested to it, and a request of one of them to the other ends. The other is not told who
   * has ended it. A side that has left can do so too.
   *
   * @param wanted the side; null where she writes for one only
   * @param other the authority; null where there is only one other
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   * @throws DomainException.Forbidden for viewers
   * @throws DomainException.Invalid where that is no other authority of the conversation
   */
  @Transactional
  public ConversationResponse block(
      Actor actor, UUID id, @Nullable UUID wanted, @Nullable UUID other) {
    Conversation c = access.locked(actor, id);
    Side side = access.formerSide(actor, c, wanted);
    UUID blocked = otherAuthority(c, side, other);
    // before the tie, so that what the other asks for at this moment is seen and ended
    endings.await(side.id(), blocked);
    if (ties.record(side.id(), blocked, TieKind.BLOCKED, Certainty.CONFIRMED, side.id(), null)) {
      audit.record(actor, "authority.block", side.id(), Map.of("other", blocked));
      endings.endBetween(actor, side.id(), blocked);
    }
    return answers.of(actor, access.readable(actor, id));
  }

  /**
   * Takes a block of the actor's authority back, also where that has left.
   *
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   * @throws DomainException.Forbidden for viewers
   * @throws DomainException.Conflict where that side has not blocked it
   * @throws DomainException.Invalid where that is no other authority of the conversation
   */
  @Transactional
  public ConversationResponse unblock(
      Actor actor, UUID id, @Nullable UUID wanted, @Nullable UUID other) {
    Conversation c = access.locked(actor, id);
    Side side = access.formerSide(actor, c, wanted);
    UUID blocked = otherAuthority(c, side, other);
    if (!ties.end(side.id(), blocked, TieKind.BLOCKED, side.id(), null)) {
      throw new DomainException.Conflict("conversations.notBlocked");
    }
    audit.record(actor, "authority.unblock", side.id(), Map.of("other", blocked));
    return answers.of(actor, access.readable(actor, id));
  }

  /**
   * Shows the other sides the contact that the profile of the actor's authority names, as it is
   * whenever they look, for as long as they take part and nothing keeps them apart; or no longer,
   * which can be said at any time.
   *
   * @param wanted the side; null where she writes for one only
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   * @throws DomainException.Forbidden for viewers
   * @throws DomainException.Conflict where the side has no contact to show, or nobody may write
   */
  @Transactional
  public ConversationResponse shareContact(
      Actor actor, UUID id, @Nullable UUID wanted, boolean shared) {
    Conversation c = access.locked(actor, id);
    Side side = shared ? access.side(actor, c, wanted) : access.formerSide(actor, c, wanted);
    if (shared) {
      access.mustBeOpen(c, side);
      if (!side.isAuthority() || !hasContact(side.id())) {
        throw new DomainException.Conflict("conversations.noContact");
      }
    }
    if (shared != side.sharesContact()) {
      conversations.shareContact(id, side.id(), shared ? actor.person() : null, now());
      conversations.nextRevision(id);
      audit.record(
          actor, shared ? "contact.share" : "contact.withdraw", id, Map.of("side", side.id()));
    }
    return answers.of(actor, access.readable(actor, id));
  }

  private boolean hasContact(UUID authority) {
    return profiles
        .find(authority)
        .map(Profile::content)
        .filter(content -> content.contact().mailbox() != null || content.contact().phone() != null)
        .isPresent();
  }

  private static UUID otherAuthority(Conversation c, Side own, @Nullable UUID wanted) {
    List<UUID> others =
        own.isAuthority()
            ? c.sides().stream()
                .filter(s -> s.isAuthority() && !s.id().equals(own.id()))
                .map(Side::id)
                .toList()
            : List.of();
    if (wanted == null && others.size() == 1) {
      return others.getFirst();
    }
    if (wanted == null || !others.contains(wanted)) {
      throw new DomainException.Invalid("other", "conversations.otherAuthority");
    }
    return wanted;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
