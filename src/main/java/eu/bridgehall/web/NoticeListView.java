package eu.bridgehall.web;

import eu.bridgehall.notifications.NoticeResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of what the reader was told.
 *
 * @param unread whether only unread ones are listed
 */
public record NoticeListView(
    List<NoticeResponse> items, boolean unread, @Nullable String previous, @Nullable String next) {
  public static final String ALL = "/notices";
  static final String UNREAD = "unread";
  public static final String ONLY_UNREAD = ALL + "?only=" + UNREAD;

  public NoticeListView {
    items = List.copyOf(items);
  }

  /** The ids of those that are shown and unread. */
  public List<UUID> unreadIds() {
    return items.stream().filter(n -> n.readAt() == null).map(NoticeResponse::id).toList();
  }

  static String address(boolean unread, int offset) {
    String base = unread ? ONLY_UNREAD : ALL;
    return offset == 0 ? base : base + (unread ? "&" : "?") + "offset=" + offset;
  }
}
