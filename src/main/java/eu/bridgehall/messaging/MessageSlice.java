package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a conversation are asked for: those after a number, or the last before one.
 *
 * @param from the number, not itself included
 * @param forward whether those after it are meant, else those before it
 * @param limit how many at the most
 */
public record MessageSlice(long from, boolean forward, int limit) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  /**
   * From what the client sent; the newest ones where it names no number.
   *
   * @throws DomainException.Invalid for both numbers at once, or one outside its range
   */
  public static MessageSlice of(
      @Nullable Long after, @Nullable Long before, @Nullable Integer limit) {
    int count = limit == null ? DEFAULT_LIMIT : limit;
    if (count < 1 || count > MAX_LIMIT) {
      throw new DomainException.Invalid("limit", "error.range", Map.of("min", 1, "max", MAX_LIMIT));
    }
    if (after != null && before != null) {
      throw new DomainException.Invalid("before", "conversations.oneDirection");
    }
    if (after != null) {
      return new MessageSlice(number("after", after, 0), true, count);
    }
    return new MessageSlice(
        before == null ? Long.MAX_VALUE : number("before", before, 1), false, count);
  }

  private static long number(String field, long number, long least) {
    if (number < least) {
      throw new DomainException.Invalid(
          field, "error.range", Map.of("min", least, "max", Long.MAX_VALUE));
    }
    return number;
  }
}
