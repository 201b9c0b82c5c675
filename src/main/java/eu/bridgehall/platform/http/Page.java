package eu.bridgehall.platform.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shape of every list answer.
 *
 * @param items this page's items, in order
 * @param next what to send as {@code cursor} (or {@code offset}) for the page after this one; null
 *     on the last
 * @param total how many items there are in all pages
 * @param <T> the item
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String next, long total) {
  public Page {
    items = List.copyOf(items);
  }

  /** Everything on one page. */
  public static <T> Page<T> of(List<T> items) {
    return new Page<>(items, null, items.size());
  }

  /** A page of a list that is walked by offset. */
  public static <T> Page<T> at(int offset, List<T> items, long total) {
    int end = offset + items.size();
    return new Page<>(items, items.isEmpty() || end >= total ? null : String.valueOf(end), total);
  }

  /** The same page with each item in another form. */
  public <R> Page<R> map(Function<T, R> form) {
    return new Page<>(items.stream().map(form).toList(), next, total);
  }
}
