package eu.bridgehall.web;

import eu.bridgehall.messaging.ConversationResponse;
import java.util.List;

/**
 * The reader's conversations.
 *
 * @param several whether the reader acts for more than one organisation
 * @param begins whether the reader may begin one
 * @param pager the pages beside it
 */
public record ConversationListView(
    List<Row> rows, boolean several, boolean begins, long total, Pager pager) {
  public ConversationListView {
    rows = List.copyOf(rows);
  }

  /**
   * One conversation.
   *
   * @param title its subject, or the names of the other sides
   * @param where the names of the other sides, where the subject is the title, and their countries
   */
  public record Row(ConversationResponse it, String title, String where) {}
}
