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
 * @param withheldAttachments how many of its files the secretariat has hidden or removed
 * @param quote what it answers to; null where it quotes nothing
 * @param editedAt when its author last changed it; null where it is as it was posted
 * @param mayEdit whether the reader wrote it and can still change it
 * @param withheld {@code hidden} or {@code removed} where the secretariat has done so: its text and
 *     files are not shown then; null elsewhere
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
    int withheldAttachments,
    @Nullable Quote quote,
    Instant at,
    @Nullable Instant editedAt,
    boolean mayEdit,
    @Nullable String withheld) {
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
   * @param withheld as for a message
   */
  @Serdeable
  public record Quote(
      UUID id, long number, @Nullable String author, String text, @Nullable String withheld) {}
}
