package eu.bridgehall.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person was told.
 *
 * @param kind as in {@link NewNotice#kind}
 * @param named as in {@link NewNotice#named}
 * @param readAt null while it is unread
 */
record Notice(
    UUID id,
    UUID person,
    String kind,
    UUID subject,
    long number,
    Map<String, String> facts,
    Map<String, UUID> named,
    @Nullable String link,
    Instant at,
    @Nullable Instant readAt) {
  Notice {
    facts = Map.copyOf(facts);
    named = Map.copyOf(named);
  }

  /** The same with other facts. */
  Notice with(Map<String, String> others) {
    return new Notice(id, person, kind, subject, number, others, named, link, at, readAt);
  }

  /** The same that names others. */
  Notice naming(Map<String, UUID> others) {
    return new Notice(id, person, kind, subject, number, facts, others, link, at, readAt);
  }

  boolean isRead() {
    return readAt != null;
  }
}
