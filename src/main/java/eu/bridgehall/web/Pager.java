package eu.bridgehall.web;

import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * The ways from a page of a list to those beside it.
 *
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record Pager(@Nullable String previous, @Nullable String next) {
  /** No page but this one. */
  static final Pager NONE = new Pager(null, null);

  /**
   * From what was asked for and found.
   *
   * @param address of the list, with what it is narrowed by behind a question mark, where it is
   */
  static Pager of(String address, PageRequest asked, Page<?> found) {
    String base = address + (address.contains("?") ? "&" : "?") + "offset=";
    return new Pager(
        asked.offset() == 0 ? null : base + Math.max(0, asked.offset() - asked.limit()),
        found.next() == null ? null : base + found.next());
  }
}
