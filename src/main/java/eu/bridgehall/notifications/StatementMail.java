package eu.bridgehall.notifications;

import eu.bridgehall.moderation.StatementLinks;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where mails lead to statements of reasons. In the rows of notices and mails stands the page for
 * who signs in; the signed link for who cannot is made when the mail is written, and is nowhere
 * else but in the mail itself.
 */
@Singleton
class StatementMail {
  private static final String PAGES = "/decisions/";

  private final StatementLinks links;

  StatementMail(StatementLinks links) {
    this.links = links;
  }

  /** The page of a statement. */
  static String path(UUID decision) {
    return PAGES + decision;
  }

  /**
   * The link for somebody who cannot sign in; empty where it leads to no statement, or none that
   * she still reads so.
   *
   * @param path that {@link #path} has made, or of any other page
   */
  Optional<MailLink> withoutSession(@Nullable String path, UUID person, Locale language) {
    if (path == null || !path.startsWith(PAGES)) {
      return Optional.empty();
    }
    return links
        .find(UUID.fromString(path.substring(PAGES.length())), person)
        .map(link -> MailLink.to(link + StatementLinks.in(language)));
  }
}
