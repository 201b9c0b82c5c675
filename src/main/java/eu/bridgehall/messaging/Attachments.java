package eu.bridgehall.messaging;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.platform.http.Download;
import eu.bridgehall.platform.http.MultipartForm;
import io.micronaut.http.HttpResponse;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of messages: sent first, and then named by the message that they belong to. */
@Singleton
public class Attachments {
  private static final String FILE = "file";
  private static final String IDS = "attachments";

  /** How many files of a person may wait at a time. */
  private static final int MOST_WAITING = 20;

  private final AttachmentRepository attachments;
  private final MessageRepository messages;
  private final ConversationAccess access;
  private final ConversationSettings settings;
  private final VirusScan scan;
  private final AuditLog audit;
  private final Clock clock;

  Attachments(
      AttachmentRepository attachments,
      MessageRepository messages,
      ConversationAccess access,
      ConversationSettings settings,
      VirusScan scan,
      AuditLog audit,
      Clock clock) {
    this.attachments = attachments;
    this.messages = messages;
    this.access = access;
    this.settings = settings;
    this.scan = scan;
    this.audit = audit;
    this.clock = clock;
  }

  /** A file with its content. */
  public static final class Content {
    private final AttachmentRef ref;
    private final byte[] bytes;

    Content(AttachmentRef ref, byte[] bytes) {
      this.ref = ref;
      this.bytes = bytes;
    }

    /** The file, to be kept under its name. */
    public HttpResponse<byte[]> download() {
      return Download.of(ref.name(), ref.type(), bytes);
    }
  }

  /** What a file chooser is to offer, as {@code accept} wants it. */
  public static String accepted() {
    return AttachmentType.accepted();
  }

  /**
   * Keeps a file for a message that the actor is about to post; for a day, or until so many others
   * of hers wait that the oldest has to go.
   *
   * @throws DomainException.NotFound for everybody but the readers of the conversation
   * @throws DomainException.Forbidden for those who may not write in it
   * @throws DomainException.Conflict where nobody may write any more
   * @throws DomainException.Invalid where name, size or content are not right, a virus was found in
   *     it, or it could not be scanned for any
   */
  @Transactional
  public AttachmentRef add(Actor actor, UUID conversation, MultipartForm.Upload upload) {
    access.mustWrite(actor, conversation);
    return keep(actor, conversation, upload);
  }

  private AttachmentRef keep(Actor actor, UUID conversation, MultipartForm.Upload upload) {
    try {
      AttachmentRef ref = check(upload);
      // one file of hers after the other, or two at once would both find room
      attachments.lockWaiting(actor.person());
      attachments.deleteOldestWaiting(actor.person(), MOST_WAITING - 1);
      try (InputStream content = Files.newInputStream(upload.file())) {
        attachments.add(
            ref,
            conversation,
            actor.person(),
            content,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
      }
      audit.record(
          actor,
          "attachment.add",
          conversation,
          Map.of("attachment", ref.id(), "type", ref.type(), "size", ref.size()));
      return ref;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AttachmentRef check(MultipartForm.Upload upload) throws IOException {
    String name = AttachmentName.of(FILE, upload.name());
    long size = Files.size(upload.file());
    Map<String, Object> told = Map.of("name", name, "max", settings.attachmentMegabytes());
    if (size == 0) {
      throw new DomainException.Invalid(FILE, "conversations.attachment.empty", told);
    }
    if (size > settings.attachmentBytes()) {
      throw new DomainException.Invalid(FILE, "conversations.attachment.tooBig", told);
    }
    AttachmentType type =
        AttachmentType.of(upload.file())
            .orElseThrow(
                () -> new DomainException.Invalid(FILE, "conversations.attachment.type", told));
    if (!type.fits(name)) {
      throw new DomainException.Invalid(FILE, "conversations.attachment.misnamed", told);
    }
    switch (scan.of(upload.file())) {
      case INFECTED ->
          throw new DomainException.Invalid(FILE, "conversations.attachment.infected", told);
      case NOT_SCANNED ->
          throw new DomainException.Invalid(FILE, "conversations.attachment.notScanned", told);
      case CLEAN -> {
        // it is kept
      }
    }
    return new AttachmentRef(Ids.next(), name, type.mediaType(), size);
  }

  /**
   * A file, for those who are shown the message that it belongs to; before it belongs to one, for
   * who has sent it.
   *
   * @throws DomainException.NotFound for everybody else
   */
  @Transactional
  public Content get(Actor actor, UUID conversation, UUID id) {
    Conversation c = access.readable(actor, conversation);
    AttachmentRef ref =
        attachments
            .find(conversation, id)
            .filter(row -> mayRead(actor, c, row))
            .map(AttachmentRepository.Row::ref)
            .orElseThrow(() -> new DomainException.NotFound("conversations.attachment.notFound"));
    return new Content(ref, attachments.content(id));
  }

  private boolean mayRead(Actor actor, Conversation c, AttachmentRepository.Row row) {
    UUID message = row.message();
    return message == null
        ? row.author().equals(actor.personId())
        : row.withheld() == null
            && messages
                .find(c.id(), message)
                .filter(m -> m.withheld() == null && m.number() <= access.readsUpTo(actor, c))
                .isPresent();
  }

  /**
   * Keeps the files of a message that was refused, so that they need not be sent again with the
   * next try.
   *
   * @return those that could be kept; none where the actor may not write
   */
  @Transactional
  public List<UUID> keepForLater(
      Actor actor, UUID conversation, List<MultipartForm.Upload> uploads) {
    if (!access.mayWrite(actor, access.readable(actor, conversation))) {
      return List.of();
    }
    return uploads.stream().flatMap(u -> keptIfRight(actor, conversation, u)).toList();
  }

  private Stream<UUID> keptIfRight(Actor actor, UUID conversation, MultipartForm.Upload upload) {
    try {
      return Stream.of(keep(actor, conversation, upload).id());
    } catch (DomainException.Invalid wrong) {
      return Stream.of(); // it is not shown as sent, and chosen again or left out
    }
  }

  /** Deletes those of these files of the actor's that wait in the conversation. */
  @Transactional
  public void discard(Actor actor, UUID conversation, Collection<UUID> ids) {
    attachments.deleteWaitingOf(conversation, actor.person(), ids);
  }

  /** Those of these files of the actor's that wait, for a form that is shown again. */
  @Transactional
  public List<AttachmentRef> listWaiting(Actor actor, UUID conversation, List<UUID> ids) {
    return attachments.listWaiting(conversation, actor.person(), ids).stream()
        .map(AttachmentRepository.Row::ref)
        .toList();
  }

  /**
   * Checks which files a message is to have, and keeps those that come with it.
   *
   * @throws DomainException.Invalid for too many, or one that is not the author's own of this
   *     conversation, or has a message already
   */
  List<UUID> check(
      Actor actor,
      UUID conversation,
      @Nullable List<UUID> ids,
      List<MultipartForm.Upload> uploads) {
    List<UUID> distinct = ids == null ? List.of() : ids.stream().distinct().toList();
    if (distinct.size() + uploads.size() > settings.attachments()) {
      throw new DomainException.Invalid(
          IDS, "conversations.attachment.tooMany", Map.of("max", settings.attachments()));
    }
    if (!distinct.isEmpty()
        && attachments.listWaiting(conversation, actor.person(), distinct).size()
            < distinct.size()) {
      throw new DomainException.Invalid(IDS, "conversations.attachment.unknown");
    }
    return Stream.concat(
            distinct.stream(), uploads.stream().map(u -> keep(actor, conversation, u).id()))
        .toList();
  }

  /** Gives files that were checked to a message. */
  @Transactional(propagation = Propagation.MANDATORY)
  void attach(Message message, List<UUID> ids) {
    if (!ids.isEmpty()
        && attachments.attach(message.id(), message.conversation(), message.author(), ids)
            < ids.size()) {
      // two messages at once have asked for the same file
      throw new DomainException.Conflict("conversations.attachment.unknown");
    }
  }
}
