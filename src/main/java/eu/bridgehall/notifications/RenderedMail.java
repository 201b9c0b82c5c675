package eu.bridgehall.notifications;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is read.
 *
 * @param link where it leads, with its token
 * @param off how its reader switches such mails off; null where she cannot
 */
record RenderedMail(
    String subject, String text, String html, @Nullable String link, @Nullable Off off) {
  /**
   * A way out of a kind of mails.
   *
   * @param url that switches the kind off when it is posted to, without signing in (RFC 8058)
   * @param list a name for the kind, the same for all its readers (RFC 2919)
   */
  record Off(String url, String list) {}
}
