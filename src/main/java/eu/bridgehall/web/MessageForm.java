package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.messaging.PostMessage;
import eu.bridgehall.platform.http.MultipartForm;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message, or that messages were read.
 *
 * @param side for which side it is written; null where there is no choice
 * @param key what the form calls the message, so that it is posted once
 * @param attachments files that were sent before; null for none
 * @param offered files that the form has offered, those that were unticked too; null for none
 * @param quotes the message that it answers to; null for none
 * @param read number of the last message that was shown; null where a message is posted
 */
@Serdeable
public record MessageForm(
    @Nullable String text,
    @Nullable UUID side,
    @Nullable String key,
    @Nullable List<UUID> attachments,
    @Nullable List<UUID> offered,
    @Nullable UUID quotes,
    @Nullable Long read) {
  /** A form in which nothing is typed yet. */
  static MessageForm quoting(@Nullable UUID message) {
    return new MessageForm("", null, null, null, null, message, null);
  }

  /** A form of which nothing but the text is known. */
  static MessageForm saying(String text) {
    return new MessageForm(text, null, null, null, null, null, null);
  }

  /** What was sent together with files. */
  static MessageForm of(MultipartForm sent) {
    return new MessageForm(
        sent.field("text"),
        id("side", sent.field("side")),
        sent.field("key"),
        ids("attachments", sent),
        ids("offered", sent),
        id("quotes", sent.field("quotes")),
        null);
  }

  /** The same with these files too, to be sent again. */
  MessageForm with(List<UUID> more) {
    List<UUID> files = Stream.concat(ticked(), more.stream()).toList();
    return new MessageForm(text, side, null, files, null, quotes, null);
  }

  PostMessage request() {
    return new PostMessage(text, side, ticked().toList(), quotes);
  }

  /** The files that were sent before and are to go with the message. */
  Stream<UUID> ticked() {
    return attachments == null ? Stream.of() : attachments.stream();
  }

  /** The files that the form has offered and that are not wanted any more. */
  List<UUID> unticked() {
    List<UUID> wanted = ticked().toList();
    return offered == null
        ? List.of()
        : offered.stream().filter(file -> !wanted.contains(file)).toList();
  }

  private static List<UUID> ids(String field, MultipartForm sent) {
    return sent.fields(field).stream()
        .filter(file -> !file.isEmpty())
        .map(file -> uuid(field, file))
        .toList();
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
