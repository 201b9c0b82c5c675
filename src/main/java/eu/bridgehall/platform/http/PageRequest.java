package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param offset how many items to pass over, 0 or more
 * @param limit how many to give at the most
 */
public record PageRequest(int offset, int limit) {
  /** How deep a list can be walked by offset; deeper, the database would read it all each time. */
  public static final int MAX_OFFSET = 100_000;

  /**
   * From what the client sent.
   *
   * @throws DomainException.Invalid where it is outside its range
   */
  public static PageRequest of(
      @Nullable Integer offset, @Nullable Integer limit, int defaultLimit, int maxLimit) {
    int from = offset == null ? 0 : offset;
    int count = limit == null ? defaultLimit : limit;
    if (from < 0 || from > MAX_OFFSET) {
      throw new DomainException.Invalid(
          "offset", "error.range", Map.of("min", 0, "max", MAX_OFFSET));
    }
    if (count < 1 || count > maxLimit) {
      throw new DomainException.Invalid("limit", "error.range", Map.of("min", 1, "max", maxLimit));
    }
    return new PageRequest(from, count);
  }
}
