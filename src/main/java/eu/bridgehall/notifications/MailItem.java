package eu.bridgehall.notifications;

import org.jspecify.annotations.Nullable;

/**
 * A line of a mail that leads somewhere.
 *
 * @param url null for a line that leads nowhere
 */
public record MailItem(String text, @Nullable String url) {}
