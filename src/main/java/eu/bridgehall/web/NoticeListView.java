package eu.bridgehall.web;

import eu.bridgehall.notifications.NoticeResponse;
import java.util.List;
import java.util.UUID;

/**
 * A page of what the reader was told.
 *
 * @param unread whether only unread ones are listed
 * @param pager the pages beside it
 */
public record NoticeListView(List<NoticeResponse> items, boolean unread, Pager pager) {
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

  static String address(boolean unread) {
    return unread ? ONLY_UNREAD : ALL;
  }
}
