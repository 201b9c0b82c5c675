package eu.bridgehall.messaging;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What two authorities that are in touch write to each other. */
@Singleton
public class ConversationService {
  private static final int LONGEST = 10_000;
  private static final int LONGEST_KEY = 100;

  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final ConversationAccess access;
  private final ConversationAnswers answers;
  private final IntroductionService introductions;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  ConversationService(
      ConversationRepository conversations,
      MessageRepository messages,
      ConversationAccess access,
      ConversationAnswers answers,
      IntroductionService introductions,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.access = access;
    this.answers = answers;
    this.introductions = introductions;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Opens the conversation of an accepted introduction; done twice, it is opened once. */
  @Transactional(propagation = Propagation.MANDATORY)
  void open(UUID introduction, UUID from, UUID to) {
    Instant now = now();
    Conversation opened =
        new Conversation(Ids.next(), introduction, now, 0, now, List.of(from, to));
    if (!conversations.add(opened)) {
      return;
    }
    introductions.conversationOpened(introduction, opened.id());
    audit.record(
        Actor.service(), "conversation.open", opened.id(), Map.of("introduction", introduction));
    outbox.publish(new ConversationOpened(opened.id(), introduction));
  }

  /**
   * The actor's conversations, the last active first.
   *
   * @param authority only those of this authority of hers; of all of them where it is null
   * @throws DomainException.NotFound where she is no member of it
   */
  @Transactional
  public Page<ConversationResponse> list(Actor actor, @Nullable UUID authority, PageRequest page) {
    if (authority != null && !actor.isMember(authority, MemberRole.VIEWER)) {
      throw new DomainException.NotFound("organisations.notFound");
    }
    Collection<UUID> own = authority == null ? actor.authorities().keySet() : Set.of(authority);
    List<Conversation> found = conversations.list(own, page.offset(), page.limit());
    return Page.at(page.offset(), answers.of(actor, authority, found), conversations.count(own));
  }

  /**
   * One conversation.
   *
   * @throws DomainException.NotFound for everybody but its authorities' members
   */
  @Transactional
  public ConversationResponse get(Actor actor, UUID id) {
    return answers.of(actor, null, List.of(readable(actor, id))).getFirst();
  }

  /**
   * A slice of the messages, oldest first. {@code next} is what to send on as {@code after}, where
   * newer ones were asked for, and as {@code before} elsewhere.
   *
   * @throws DomainException.NotFound for everybody but its authorities' members
   */
  @Transactional
  public Page<MessageResponse> listMessages(Actor actor, UUID id, MessageSlice slice) {
    Conversation c = readable(actor, id);
    List<Message> found = messages.list(id, slice);
    String next = null;
    if (!found.isEmpty() && slice.forward() && found.getLast().number() < c.lastNumber()) {
      next = String.valueOf(found.getLast().number());
    } else if (!found.isEmpty() && !slice.forward() && found.getFirst().number() > 1) {
      next = String.valueOf(found.getFirst().number());
    }
    return new Page<>(answers.of(actor, c, found), next, c.lastNumber());
  }

  /**
   * Posts a message.
   *
   * @param clientKey what the client calls the message; sent again under the same key, it is not
   *     posted again, and the answer is the one that was lost. Null for none
   * @throws DomainException.NotFound for everybody but its authorities' members
   * @throws DomainException.Forbidden for viewers
   * @throws DomainException.Invalid where the text is not right
   * @throws DomainException.Conflict where nobody may write any more, or the key was another
   *     message's
   */
  @Transactional
  public MessageResponse post(
      Actor actor, UUID id, PostMessage request, @Nullable String clientKey) {
    Conversation c = readable(actor, id);
    UUID side = access.side(actor, c, request.authority());
    FieldChecks checks = new FieldChecks();
    String text = checks.text("text", request.text(), LONGEST);
    if (clientKey != null) {
      checks.require(isKey(clientKey), "Idempotency-Key", "conversations.key");
    }
    checks.done();
    if (clientKey != null) {
      messages.lockKey(actor.person(), clientKey);
      Message before = messages.findByKey(actor.person(), clientKey).orElse(null);
      if (before != null) {
        if (!before.conversation().equals(id) || !before.text().equals(text)) {
          throw new DomainException.Conflict("conversations.keyUsed");
        }
        return answers.of(actor, c, List.of(before)).getFirst();
      }
    }
    access.mustBeOpen(c);
    Instant now = now();
    Message posted =
        new Message(
            Ids.next(), id, conversations.nextNumber(id, now), side, actor.person(), text, now);
    messages.add(posted, clientKey);
    audit.record(actor, "message.post", id, Map.of("message", posted.id(), "authority", side));
    outbox.publish(new MessagePosted(id, posted.id(), posted.number(), side, actor.person()));
    return answers.of(actor, c, List.of(posted)).getFirst();
  }

  /**
   * Marks the messages up to a number as read by the actor; never takes a mark back.
   *
   * @throws DomainException.NotFound for everybody but its authorities' members
   * @throws DomainException.Invalid without a number
   */
  @Transactional
  public ConversationResponse markRead(Actor actor, UUID id, MarkRead mark) {
    Conversation c = readable(actor, id);
    Long upTo = mark.upTo();
    if (upTo == null || upTo < 0) {
      throw new DomainException.Invalid("upTo", "conversations.upTo");
    }
    conversations.markRead(id, actor.person(), Math.min(upTo, c.lastNumber()), now());
    return answers.of(actor, null, List.of(c)).getFirst();
  }

  /** What the actor has not read yet, in the conversations of all her authorities. */
  @Transactional
  public UnreadCount countUnread(Actor actor) {
    return conversations.countUnread(actor.authorities().keySet(), actor.person());
  }

  /** Up to which number a person has read, for whoever decides whether to tell her of a message. */
  @Transactional
  public long readUpTo(UUID conversation, UUID person) {
    return conversations.findReadUpTo(conversation, person).orElse(0);
  }

  /** The two authorities of a conversation, for the same; empty where there is no such one. */
  @Transactional
  public List<UUID> authoritiesOf(UUID conversation) {
    return conversations.find(conversation).map(Conversation::authorities).orElse(List.of());
  }

  private Conversation readable(Actor actor, UUID id) {
    return conversations
        .find(id)
        .filter(c -> access.mayRead(actor, c))
        .orElseThrow(() -> new DomainException.NotFound("conversations.notFound"));
  }

  private static boolean isKey(String key) {
    return !key.isEmpty()
        && key.length() <= LONGEST_KEY
        && key.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
