package eu.bridgehall.messaging;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes of messages by their authors: for a short time after they were posted, and where the
 * secretariat hides them until they are corrected. What a message said before stays readable for
 * the same readers, but for what was hidden.
 */
@Singleton
public class MessageEdits {
  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final ConversationAccess access;
  private final ConversationAnswers answers;
  private final MessageAnswers messageAnswers;
  private final ConversationSettings settings;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  MessageEdits(
      ConversationRepository conversations,
      MessageRepository messages,
      ConversationAccess access,
      ConversationAnswers answers,
      MessageAnswers messageAnswers,
      ConversationSettings settings,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.access = access;
    this.answers = answers;
    this.messageAnswers = messageAnswers;
    this.settings = settings;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A message that is to be changed, or whose history is read, with its conversation. */
  public record Seen(
      ConversationResponse conversation, MessageResponse message, List<MessageVersion> before) {
    public Seen {
      before = List.copyOf(before);
    }
  }

  /**
   * Gives a message of the actor's another text.
   *
   * @throws DomainException.NotFound where she may not read it, or there is none
   * @throws DomainException.Forbidden where somebody else wrote it, or she may only read by now
   * @throws DomainException.Conflict where its time is over, it was changed as often as it may be,
   *     the secretariat keeps it from its readers, or nobody may write any more
   * @throws DomainException.Invalid where the text is not right
   */
  @Transactional
  public MessageResponse edit(Actor actor, UUID conversation, UUID id, EditMessage request) {
    // alone with the conversation, so that two changes at once are one after the other
    Conversation c = access.locked(actor, conversation);
    Message message = own(actor, c, id);
    if (message.withheld() != null) {
      throw new DomainException.Conflict("conversations.withheld");
    }
    if (!messageAnswers.mayEdit(message)) {
      throw new DomainException.Conflict(
          "conversations.tooLate", Map.of("minutes", settings.editWithin().toMinutes()));
    }
    String text = checked("text", request.text());
    if (!text.equals(message.text())) {
      if (messages.countVersions(id) >= settings.editsPerMessage()) {
        throw new DomainException.Conflict(
            "conversations.changedOften", Map.of("max", settings.editsPerMessage()));
      }
      change(actor, message, text);
    }
    return messageAnswers.of(actor, c, readable(actor, c, id));
  }

  /**
   * Gives a message of the actor's that is hidden until it is corrected another text, at whatever
   * time; it stays hidden, and what it said before is not shown again with it. Moderation calls it
   * in its own transaction.
   *
   * @param decision by which it is hidden
   * @return the text as it is kept
   * @throws DomainException as {@link #edit}, of the field {@code content}; Conflict where it is
   *     not hidden, Invalid where it says the same as before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String correct(
      Actor actor, UUID conversation, UUID id, @Nullable String content, UUID decision) {
    Conversation c = access.locked(actor, conversation);
    Message message = own(actor, c, id);
    if (message.withheld() != Withholding.HIDDEN) {
      throw new DomainException.Conflict("conversations.withheld");
    }
    String text = checked("content", content);
    if (text.equals(message.text())) {
      throw new DomainException.Invalid("content", "conversations.sameText");
    }
    change(actor, message, text);
    messages.withholdVersions(id, decision);
    return text;
  }

  /** What a message says that the actor could {@link #correct}; empty where she could not. */
  @Transactional
  public Optional<String> findHidden(Actor actor, UUID conversation, UUID id) {
    return conversations
        .find(conversation)
        .filter(c -> access.mayRead(actor, c))
        .flatMap(
            c ->
                messages
                    .find(conversation, id)
                    .filter(m -> m.author().equals(actor.personId()))
                    .filter(m -> m.withheld() == Withholding.HIDDEN)
                    .filter(m -> access.mayWriteFor(actor, c, m.side())))
        .map(Message::text);
  }

  private Message own(Actor actor, Conversation c, UUID id) {
    Message message = readable(actor, c, id);
    if (!message.author().equals(actor.personId())) {
      throw new DomainException.Forbidden("conversations.notYours");
    }
    access.mustBeOpen(c, access.side(actor, c, message.side()));
    return message;
  }

  private static String checked(String field, @Nullable String text) {
    FieldChecks checks = new FieldChecks();
    String kept = checks.text(field, text, ConversationService.LONGEST);
    checks.done();
    return kept;
  }

  private void change(Actor actor, Message message, String text) {
    UUID conversation = message.conversation();
    long revision = conversations.nextRevision(conversation);
    messages.edit(message, text, revision, clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(actor, "message.edit", conversation, Map.of("message", message.id()));
    outbox.publish(new MessageEdited(conversation, message.id(), message.number()));
  }

  /**
   * A message and what it said before, the oldest first.
   *
   * @throws DomainException.NotFound where the actor may not read it, or there is none
   */
  @Transactional
  public Seen get(Actor actor, UUID conversation, UUID id) {
    Conversation c = access.readable(actor, conversation);
    Message message = messageAnswers.asSeen(actor, c, readable(actor, c, id));
    return new Seen(
        answers.of(actor, c),
        messageAnswers.of(actor, c, message),
        message.withheld() == null
            ? messages.listVersions(id, message.revision()).stream()
                .map(MessageVersion::shown)
                .toList()
            : List.of());
  }

  /**
   * A message alone.
   *
   * @throws DomainException.NotFound where the actor may not read it, or there is none
   */
  @Transactional
  public MessageResponse find(Actor actor, UUID conversation, UUID id) {
    Conversation c = access.readable(actor, conversation);
    return messageAnswers.of(actor, c, readable(actor, c, id));
  }

  /**
   * The messages between two numbers that were changed or withheld since a revision, for a page
   * that shows them as they were.
   *
   * @throws DomainException.NotFound where the actor may not read the conversation
   */
  @Transactional
  public List<MessageResponse> listSince(
      Actor actor, UUID conversation, long revision, long from, long to) {
    Conversation c = access.readable(actor, conversation);
    long upTo = Math.min(to, access.readsUpTo(actor, c));
    return messageAnswers.of(actor, c, messages.listEdited(conversation, revision, from, upTo));
  }

  private Message readable(Actor actor, Conversation c, UUID id) {
    return messages
        .find(c.id(), id)
        .filter(m -> m.number() <= access.readsUpTo(actor, c))
        .orElseThrow(() -> new DomainException.NotFound("conversations.messageNotFound"));
  }
}
