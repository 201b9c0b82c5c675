package eu.bridgehall.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person was told.
 *
 * @param kind as in {@link NewNotice#kind}
 * @param readAt null while it is unread
 */
record Notice(
    UUID id,
    UUID person,
    String kind,
    UUID subject,
    long number,
    Map<String, String> facts,
    @Nullable String link,
    Instant at,
    @Nullable Instant readAt) {
  Notice {
    facts = Map.copyOf(facts);
  }

  boolean isRead() {
    return readAt != null;
  }
}
