package eu.bridgehall.notifications;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, in the order of its parts.
 *
 * @param items what it lists, below its text
 * @param more how many more there are; null where it lists all
 * @param action the words of its link
 * @param footer where it comes from
 * @param ways how its reader gets fewer of them; empty for what is always sent
 */
public record MailPage(
    String language,
    String subject,
    List<String> paragraphs,
    List<MailItem> items,
    @Nullable String more,
    @Nullable String action,
    @Nullable String url,
    String footer,
    List<MailItem> ways) {
  public MailPage {
    paragraphs = List.copyOf(paragraphs);
    items = List.copyOf(items);
    ways = List.copyOf(ways);
  }

  /**
   * The mail without a page's means.
   *
   * @param before a name as it stands before what is said of it
   */
  String asText(UnaryOperator<String> before) {
    StringBuilder text = new StringBuilder(String.join("\n\n", paragraphs));
    for (MailItem item : items) {
      text.append("\n\n* ").append(item.text());
      if (item.url() != null) {
        text.append("\n  ").append(item.url());
      }
    }
    if (more != null) {
      text.append("\n\n").append(more);
    }
    if (url != null) {
      text.append("\n\n").append(before.apply(String.valueOf(action))).append('\n').append(url);
    }
    text.append("\n\n-- \n").append(footer).append('\n');
    for (MailItem way : ways) {
      text.append(before.apply(way.text())).append(' ').append(way.url()).append('\n');
    }
    return text.toString();
  }
}
