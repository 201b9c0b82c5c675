package eu.bridgehall.web;

import eu.bridgehall.messaging.ConversationResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reader's conversations.
 *
 * @param several whether the reader acts for more than one authority
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record ConversationListView(
    List<Row> rows, boolean several, long total, @Nullable String previous, @Nullable String next) {
  public ConversationListView {
    rows = List.copyOf(rows);
  }

  /** One conversation, with the name of the other side's country. */
  public record Row(ConversationResponse it, String country) {}
}
