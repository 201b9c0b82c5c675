package eu.bridgehall.notifications;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is read.
 *
 * @param link where it leads, with its token
 */
record RenderedMail(String subject, String text, String html, @Nullable String link) {}
