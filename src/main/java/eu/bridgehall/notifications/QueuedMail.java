package eu.bridgehall.notifications;

import java.util.UUID;

/**
 * A mail that is due.
 *
 * @param attempts how often it was tried, with this time
 * @param messageId the same at each attempt
 */
record QueuedMail(UUID id, NewMail mail, int attempts, String messageId) {}
