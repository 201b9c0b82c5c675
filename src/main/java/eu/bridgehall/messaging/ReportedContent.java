package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What moderation keeps and reads of a conversation that somebody of it has reported. */
@Singleton
public class ReportedContent {
  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final AttachmentRepository attachments;
  private final ConversationAccess access;
  private final ConversationAnswers answers;
  private final MessageAnswers messageAnswers;

  ReportedContent(
      ConversationRepository conversations,
      MessageRepository messages,
      AttachmentRepository attachments,
      ConversationAccess access,
      ConversationAnswers answers,
      MessageAnswers messageAnswers) {
    this.conversations = conversations;
    this.messages = messages;
    this.attachments = attachments;
    this.access = access;
    this.answers = answers;
    this.messageAnswers = messageAnswers;
  }

  /**
   * What is kept of something that is reported, as it was for the reader who reports it.
   *
   * @param reader the side as which she reads; null where that is none
   * @param side for which it was written; null for a whole conversation
   * @param author who has written it; null for a whole conversation
   * @param excerpt what the message says; null where no message is reported
   * @param earlier what it had said before, the oldest first: it may have been cleaned
   * @param files names of the files
   */
  public record Kept(
      @Nullable UUID reader,
      @Nullable UUID side,
      @Nullable UUID author,
      @Nullable String excerpt,
      List<String> earlier,
      List<String> files) {
    public Kept {
      earlier = List.copyOf(earlier);
      files = List.copyOf(files);
    }
  }

  /**
   * Of a conversation nothing but who reads it.
   *
   * @throws DomainException.NotFound where the actor may not read it
   */
  @Transactional
  public Kept conversation(Actor actor, UUID conversation) {
    Conversation c = access.readable(actor, conversation);
    return new Kept(access.readsAs(actor, null, c).id(), null, null, null, List.of(), List.of());
  }

  /**
   * A message.
   *
   * @throws DomainException.NotFound where the actor may not read it, or is not shown it any more
   */
  @Transactional
  public Kept message(Actor actor, UUID conversation, UUID id) {
    Conversation c = access.readable(actor, conversation);
    Message seen = messageAnswers.asSeen(actor, c, shown(actor, c, id));
    return new Kept(
        access.readsAs(actor, null, c).id(),
        seen.side(),
        seen.author(),
        seen.text(),
        messages.listVersions(id, seen.revision()).stream()
            .filter(version -> version.withheld() == null)
            .map(MessageVersion::text)
            .toList(),
        attachments.listOf(List.of(id)).getOrDefault(id, List.of()).stream()
            .map(AttachmentRef::name)
            .toList());
  }

  /**
   * A file of a message.
   *
   * @throws DomainException.NotFound where the actor may not read it, or is not shown it any more
   */
  @Transactional
  public Kept file(Actor actor, UUID conversation, UUID id) {
    Conversation c = access.readable(actor, conversation);
    AttachmentRepository.Row file =
        attachments
            .find(conversation, id)
            .filter(row -> row.message() != null && row.withheld() == null)
            .orElseThrow(() -> new DomainException.NotFound("conversations.attachment.notFound"));
    Message message = shown(actor, c, Objects.requireNonNull(file.message()));
    return new Kept(
        access.readsAs(actor, null, c).id(),
        message.side(),
        message.author(),
        null,
        List.of(),
        List.of(file.ref().name()));
  }

  private Message shown(Actor actor, Conversation c, UUID id) {
    return messages
        .find(c.id(), id)
        .filter(m -> m.number() <= access.readsUpTo(actor, c) && m.withheld() == null)
        .orElseThrow(() -> new DomainException.NotFound("conversations.messageNotFound"));
  }

  /** The sides of each of these conversations, by its id. */
  @Transactional
  public Map<UUID, List<Party>> sides(Collection<UUID> ids) {
    List<Conversation> found = conversations.listAll(ids);
    Map<UUID, Party> parties = answers.parties(found);
    return found.stream()
        .collect(
            Collectors.toMap(
                Conversation::id,
                c ->
                    c.sides().stream()
                        .map(s -> Objects.requireNonNull(parties.get(s.id())))
                        .toList()));
  }

  /**
   * A file that was reported, for those who decide about it, which the caller has made sure of.
   *
   * @throws DomainException.NotFound where it is gone
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Attachments.Content reportedFile(UUID conversation, UUID id) {
    return attachments
        .find(conversation, id)
        .map(row -> new Attachments.Content(row.ref(), attachments.content(id)))
        .orElseThrow(() -> new DomainException.NotFound("conversations.attachment.notFound"));
  }
}
