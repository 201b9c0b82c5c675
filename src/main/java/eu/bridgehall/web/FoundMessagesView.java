package eu.bridgehall.web;

import eu.bridgehall.messaging.FoundMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages in which words were found.
 *
 * @param words as they were typed
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record FoundMessagesView(
    String words,
    List<Row> rows,
    long total,
    @Nullable String previous,
    @Nullable String next,
    FormErrors errors) {
  public FoundMessagesView {
    rows = List.copyOf(rows);
  }

  /**
   * One message.
   *
   * @param title of its conversation
   * @param text with the words marked
   */
  public record Row(FoundMessage it, String title, MarkedText text) {}
}
