package eu.bridgehall.notifications;

import eu.bridgehall.accounts.LinkKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The link of a mail.
 *
 * @param path on this service, for example {@code /conversations/…}
 * @param tokenKind what a token is to be made for when the mail is written; null for a link that
 *     needs none
 * @param tokenSubject the row that the token is for
 */
public record MailLink(String path, @Nullable LinkKind tokenKind, @Nullable UUID tokenSubject) {
  /** A link to a page, where the reader signs in as always. */
  public static MailLink to(String path) {
    return new MailLink(path, null, null);
  }

  /** A link that is good by itself. */
  static MailLink withToken(String path, LinkKind kind, UUID subject) {
    return new MailLink(path, kind, subject);
  }
}
