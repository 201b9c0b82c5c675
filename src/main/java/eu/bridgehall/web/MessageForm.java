package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.MultipartForm;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, or that messages were read.
 *
 * @param side for which side it is written; null where there is no choice
 * @param key what the form calls the message, so that it is posted once
 * @param attachments files that were sent before; null for none
 * @param quotes the message that it answers to; null for none
 * @param read number of the last message that was shown; null where a message is posted
 */
@Serdeable
public record MessageForm(
    @Nullable String text,
    @Nullable UUID side,
    @Nullable String key,
    @Nullable List<UUID> attachments,
    @Nullable UUID quotes,
    @Nullable Long read) {
  /** A form in which nothing is typed yet. */
  static MessageForm quoting(@Nullable UUID message) {
    return new MessageForm("", null, null, null, message, null);
  }

  /** What was sent together with files. */
  static MessageForm of(MultipartForm sent) {
    return new MessageForm(
        sent.field("text"),
        id("side", sent.field("side")),
        sent.field("key"),
        sent.fields("attachments").stream()
            .filter(file -> !file.isEmpty())
            .map(file -> uuid("attachments", file))
            .toList(),
        id("quotes", sent.field("quotes")),
        null);
  }

  /** The same with these files, to be sent again. */
  MessageForm with(List<UUID> files) {
    return new MessageForm(text, side, null, files, quotes, null);
  }

  private static @Nullable UUID id(String field, String value) {
    return value.isEmpty() ? null : uuid(field, value);
  }

  private static UUID uuid(String field, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException none) {
      throw new DomainException.Invalid(field, "error.wrongType");
    }
  }
}
