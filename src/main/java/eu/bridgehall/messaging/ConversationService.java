package eu.bridgehall.messaging;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.organisations.OrganisationKind;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.MultipartForm;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What organisations that may write to each other do write. */
@Singleton
public class ConversationService {
  static final int LONGEST = 10_000;
  private static final int LONGEST_KEY = 100;

  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final ReadingRepository readings;
  private final ConversationAccess access;
  private final ConversationAnswers answers;
  private final MessageAnswers messageAnswers;
  private final Attachments attachments;
  private final IntroductionService introductions;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  ConversationService(
      ConversationRepository conversations,
      MessageRepository messages,
      ReadingRepository readings,
      ConversationAccess access,
      ConversationAnswers answers,
      MessageAnswers messageAnswers,
      Attachments attachments,
      IntroductionService introductions,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.readings = readings;
    this.access = access;
    this.answers = answers;
    this.messageAnswers = messageAnswers;
    this.attachments = attachments;
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
        new Conversation(
            Ids.next(),
            introduction,
            null,
            now,
            0,
            0,
            now,
            List.of(
                Side.of(from, OrganisationKind.AUTHORITY),
                Side.of(to, OrganisationKind.AUTHORITY)));
    if (!conversations.add(opened, null)) {
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
   * @param side only those of this organisation of hers; of all of them where it is null
   * @throws DomainException.NotFound where she does not act for it
   */
  @Transactional
  public Page<ConversationResponse> list(Actor actor, @Nullable UUID side, PageRequest page) {
    Set<UUID> all = access.organisations(actor);
    if (side != null && !all.contains(side)) {
      throw new DomainException.NotFound("organisations.notFound");
    }
    Collection<UUID> own = side == null ? all : Set.of(side);
    List<Conversation> found = conversations.list(own, page.offset(), page.limit());
    return Page.at(page.offset(), answers.of(actor, side, found), conversations.count(own));
  }

  /**
   * One conversation.
   *
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   */
  @Transactional
  public ConversationResponse get(Actor actor, UUID id) {
    return answers.of(actor, access.readable(actor, id));
  }

  /**
   * A slice of the messages, oldest first. {@code next} is what to send on as {@code after}, where
   * newer ones were asked for, and as {@code before} elsewhere.
   *
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   */
  @Transactional
  public Page<MessageResponse> listMessages(Actor actor, UUID id, MessageSlice slice) {
    Conversation c = access.readable(actor, id);
    long last = access.readsUpTo(actor, c);
    List<Message> found = messages.list(id, slice, last);
    String next = null;
    if (!found.isEmpty() && slice.forward() && found.getLast().number() < last) {
      next = String.valueOf(found.getLast().number());
    } else if (!found.isEmpty() && !slice.forward() && found.getFirst().number() > 1) {
      next = String.valueOf(found.getFirst().number());
    }
    return new Page<>(messageAnswers.of(actor, c, found), next, last);
  }

  /**
   * Posts a message.
   *
   * @param clientKey what the client calls the message; sent again under the same key, it is not
   *     posted again, and the answer is the one that was lost. Null for none
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   * @throws DomainException.Forbidden for viewers
   * @throws DomainException.Invalid where the text is not right, a file is not hers to attach, or
   *     the message that is quoted is none of this conversation
   * @throws DomainException.Conflict where nobody may write any more, or the key was another
   *     message's
   */
  @Transactional
  public MessageResponse post(
      Actor actor, UUID id, PostMessage request, @Nullable String clientKey) {
    return post(actor, id, request, List.of(), clientKey);
  }

  /**
   * Posts a message with files that come with it; where it is not posted, they are not kept.
   *
   * @throws DomainException as {@link #post(Actor, UUID, PostMessage, String)}, and for a file that
   *     is not right
   */
  @Transactional
  public MessageResponse post(
      Actor actor,
      UUID id,
      PostMessage request,
      List<MultipartForm.Upload> uploads,
      @Nullable String clientKey) {
    Conversation c = access.locked(actor, id);
    Side side = access.side(actor, c, request.side());
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
        if (!before.conversation().equals(id) || !messages.firstText(before).equals(text)) {
          throw new DomainException.Conflict("conversations.keyUsed");
        }
        return messageAnswers.of(actor, c, before);
      }
    }
    access.mustBeOpen(c, side);
    UUID quotes = request.quotes();
    if (quotes != null && messages.find(id, quotes).isEmpty()) {
      throw new DomainException.Invalid("quotes", "conversations.quoteUnknown");
    }
    List<UUID> files = attachments.check(actor, id, request.attachments(), uploads);
    return messageAnswers.of(actor, c, add(actor, c, side, text, quotes, files, clientKey));
  }

  /** Writes down a message that was found right. */
  Message add(
      Actor actor,
      Conversation c,
      Side side,
      String text,
      @Nullable UUID quotes,
      List<UUID> files,
      @Nullable String clientKey) {
    Instant now = now();
    ConversationRepository.Next next = conversations.nextNumber(c.id(), now);
    Message posted =
        new Message(
            Ids.next(),
            c.id(),
            next.number(),
            next.revision(),
            side.id(),
            actor.person(),
            text,
            quotes,
            now,
            null,
            null);
    messages.add(posted, clientKey);
    attachments.attach(posted, files);
    audit.record(actor, "message.post", c.id(), Map.of("message", posted.id(), "side", side.id()));
    outbox.publish(
        new MessagePosted(c.id(), posted.id(), posted.number(), side.id(), actor.person()));
    return posted;
  }

  /**
   * Marks the messages up to a number as read by the actor; never takes a mark back.
   *
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   * @throws DomainException.Invalid without a number
   */
  @Transactional
  public ConversationResponse markRead(Actor actor, UUID id, MarkRead mark) {
    Conversation c = access.readable(actor, id);
    Long upTo = mark.upTo();
    if (upTo == null || upTo < 0) {
      throw new DomainException.Invalid("upTo", "conversations.upTo");
    }
    long last = access.readsUpTo(actor, c);
    UUID side = access.readsAs(actor, null, c).id();
    long read = Math.min(upTo, last);
    if (readings.mark(id, actor.person(), side, read, now())) {
      outbox.publish(new ConversationRead(id, actor.person(), read));
    }
    return answers.of(actor, c);
  }

  /**
   * Refuses whoever could not post a message now, before what she sends is looked at.
   *
   * @throws DomainException.NotFound for those who may not read it
   * @throws DomainException.Forbidden for those who only may read it
   * @throws DomainException.Conflict where that is over
   */
  @Transactional
  public void requireWriting(Actor actor, UUID id) {
    access.mustWrite(actor, id);
  }

  /**
   * What the actor has not read yet, in the conversations of all whom she acts for and that she has
   * not muted.
   */
  @Transactional
  public UnreadCount countUnread(Actor actor) {
    return readings.countUnread(access.organisations(actor), actor.person());
  }

  /**
   * How many messages of others before this number the actor has not read.
   *
   * @throws DomainException.NotFound for everybody who acts for none of its sides
   */
  @Transactional
  public long countUnreadBefore(Actor actor, UUID id, long number) {
    Conversation c = access.readable(actor, id);
    long before = Math.min(number, access.readsUpTo(actor, c) + 1);
    return readings.countUnreadBefore(id, actor.person(), before);
  }

  /** Up to which number a person has read, for whoever decides whether to tell her of a message. */
  @Transactional
  public long readUpTo(UUID conversation, UUID person) {
    return readings.findUpTo(conversation, person).orElse(0);
  }

  /** Whether the person wants to be told nothing of the conversation, for the same. */
  @Transactional
  public boolean isMuted(UUID conversation, UUID person) {
    return readings.isMuted(conversation, person);
  }

  /**
   * Which side has written what of some messages is still news that the person wants and may hear;
   * empty where nothing is. She may read the conversation, has not read that message and has not
   * muted it, her side has not left, and the writer's is neither hidden by now nor kept apart from
   * hers; what is hidden or removed is none.
   *
   * @param from number of the first of these messages
   * @param before number of the one after the last
   */
  @Transactional
  public Optional<UUID> findNews(Actor reader, UUID id, long from, long before) {
    UUID person = reader.person();
    long after = Math.max(from - 1, readUpTo(id, person));
    if (isMuted(id, person)) {
      return Optional.empty();
    }
    return conversations
        .find(id)
        .filter(c -> access.hears(reader, c))
        .flatMap(
            c -> access.firstToTellOf(reader, c, messages.listWriters(id, after, before, person)));
  }

  /**
   * The organisations that take part in a conversation, for the same: authorities, and also an
   * association or the secretariat; empty where there is no such one.
   */
  @Transactional
  public List<UUID> sidesOf(UUID conversation) {
    return conversations
        .find(conversation)
        .map(c -> c.sides().stream().filter(Side::isPresent).map(Side::id).toList())
        .orElse(List.of());
  }

  /** Conversations as they are now, for those who watch that they may read them. */
  @Transactional
  List<Conversation> listLive(Collection<UUID> ids) {
    return conversations.listAll(ids);
  }

  static boolean isKey(String key) {
    return !key.isEmpty()
        && key.length() <= LONGEST_KEY
        && key.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
