package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages and files that nobody is shown any more. Moderation decides it, keeps the audit entry
 * and calls in its own transaction; what is withheld stays as it was, and is whole when it is shown
 * again. What was removed is erased after its time, and then stays withheld.
 */
@Singleton
public class WithheldContent {
  private final JdbcOperations jdbc;
  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final AttachmentRepository attachments;
  private final Outbox outbox;

  WithheldContent(
      JdbcOperations jdbc,
      ConversationRepository conversations,
      MessageRepository messages,
      AttachmentRepository attachments,
      Outbox outbox) {
    this.jdbc = jdbc;
    this.conversations = conversations;
    this.messages = messages;
    this.attachments = attachments;
    this.outbox = outbox;
  }

  /**
   * Keeps a message from everybody, with its files, or shows it again.
   *
   * @param how null to show it again
   * @throws DomainException.NotFound where there is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void message(UUID conversation, UUID id, @Nullable Withholding how) {
    // before the message, as those do who write
    conversations.lock(conversation);
    if (messages.find(conversation, id).isEmpty()) {
      throw new DomainException.NotFound("conversations.messageNotFound");
    }
    set("update message set withheld = ? where id = ? and erased_at is null", id, how);
    changed(conversation, id);
  }

  /** Shows again what messages said before they were corrected for a decision that was wrong. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void showEarlier(UUID decision) {
    messages.showVersions(decision);
  }

  /**
   * Keeps a file from everybody, or shows it again; of one that was erased, by itself or with its
   * message, there is nothing to keep or to show.
   *
   * @param how null to show it again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void file(UUID conversation, UUID id, @Nullable Withholding how) {
    conversations.lock(conversation);
    attachments
        .find(conversation, id)
        .map(AttachmentRepository.Row::message)
        .ifPresent(
            message -> {
              set("update message_attachment set withheld = ? where id = ?", id, how);
              changed(conversation, message);
            });
  }

  private void set(String update, UUID id, @Nullable Withholding how) {
    jdbc.prepareStatement(
        update,
        s -> {
          s.setString(1, how == null ? null : how.name());
          s.setObject(2, id);
          return s.executeUpdate();
        });
  }

  /** An open page asks for the message again. */
  private void changed(UUID conversation, UUID message) {
    long revision = conversations.nextRevision(conversation);
    jdbc.prepareStatement(
        "update message set withheld_revision = ? where id = ?",
        s -> {
          s.setLong(1, revision);
          s.setObject(2, message);
          return s.executeUpdate();
        });
    outbox.publish(new MessageWithheld(conversation, message));
  }
}
