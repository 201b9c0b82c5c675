package eu.bridgehall.web;

import eu.bridgehall.moderation.QueueFilter;
import eu.bridgehall.moderation.QueueItem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param total of what passes the filter
 * @param kinds with how many wait of each
 * @param countries that the reader can narrow the queue to
 * @param views that the reader has saved
 * @param address of this page, with its filter
 * @param typedName of a view that could not be saved
 */
public record QueuePageView(
    List<Row> rows,
    long total,
    QueueFilter filter,
    List<Option> kinds,
    List<Option> countries,
    List<Option> claimed,
    List<View> views,
    String address,
    Pager pager,
    @Nullable String typedName,
    FormErrors errors) {
  public QueuePageView {
    rows = List.copyOf(rows);
    kinds = List.copyOf(kinds);
    countries = List.copyOf(countries);
    claimed = List.copyOf(claimed);
    views = List.copyOf(views);
  }

  /**
   * Something that waits.
   *
   * @param title what it is about
   * @param country name of its country; empty where it has none
   * @param address of the page where it is decided
   */
  public record Row(QueueItem it, String title, String country, String address) {}

  /** A view that the reader has saved. */
  public record View(UUID id, String name, String address) {}

  /** Whether anything is narrowed. */
  public boolean narrowed() {
    return !filter.equals(QueueFilter.NONE);
  }
}
