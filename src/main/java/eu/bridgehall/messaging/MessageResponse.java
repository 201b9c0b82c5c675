package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param number counts the messages of the conversation from 1, without gaps
 * @param side the one that the author wrote for
 * @param author the author's name, never an address; null where the account is gone
 * @param mine whether the reader wrote it
 * @param text as it was typed; lines end with a line feed
 * @param html the same with its formatting, safe to be put into a page: paragraphs, line breaks,
 *     bold, italics, lists, quotes and links
 * @param attachments its files, to be fetched one by one
 * @param quote what it answers to; null where it quotes nothing
 * @param editedAt when its author last changed it; null where it is as it was posted
 * @param mayEdit whether the reader wrote it and can still change it
 */
@Serdeable
public record MessageResponse(
    UUID id,
    long number,
    Party side,
    @Nullable String author,
    boolean mine,
    String text,
    String html,
    List<AttachmentRef> attachments,
    @Nullable Quote quote,
    Instant at,
    @Nullable Instant editedAt,
    boolean mayEdit) {
  public MessageResponse {
    attachments = List.copyOf(attachments);
  }

  /** Its beginning, in one line and without the signs of its formatting. */
  public String excerpt() {
    return FormattedText.excerpt(text);
  }

  /**
   * The beginning of another message of the conversation.
   *
   * @param text up to 200 characters, as the message is now, without the signs of its formatting
   */
  @Serdeable
  public record Quote(UUID id, long number, @Nullable String author, String text) {}
}
