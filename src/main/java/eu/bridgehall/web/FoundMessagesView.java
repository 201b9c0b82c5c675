package eu.bridgehall.web;

import eu.bridgehall.messaging.FoundMessage;
import java.util.List;

/**
 * The messages in which words were found.
 *
 * @param words as they were typed
 * @param pager the pages beside it
 */
public record FoundMessagesView(
    String words, List<Row> rows, long total, Pager pager, FormErrors errors) {
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
