package eu.bridgehall.notifications;

import java.util.List;
import java.util.UUID;

/**
 * A mail that is due.
 *
 * @param attempts how often it was tried, with this time
 * @param messageId the same at each attempt
 * @param notices ids of what it tells; empty for a mail that is told nowhere else
 */
record QueuedMail(UUID id, NewMail mail, int attempts, String messageId, List<UUID> notices) {
  QueuedMail {
    notices = List.copyOf(notices);
  }
}
