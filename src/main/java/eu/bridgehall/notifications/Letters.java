package eu.bridgehall.notifications;

import eu.bridgehall.platform.SiteAddress;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a mail that is due as things are now: what its reader may not be told any more, and of a
 * digest what she has read by now, is left out.
 */
@Singleton
class Letters {
  private final MailRenderer renderer;
  private final NoticeRepository notices;
  private final NoticeSight sight;
  private final Notices texts;
  private final Unsubscription unsubscription;
  private final String baseUrl;

  Letters(
      MailRenderer renderer,
      NoticeRepository notices,
      NoticeSight sight,
      Notices texts,
      Unsubscription unsubscription,
      SiteAddress site) {
    this.renderer = renderer;
    this.notices = notices;
    this.sight = sight;
    this.texts = texts;
    this.unsubscription = unsubscription;
    baseUrl = site.text();
  }

  /** The mail; empty where nothing is left of it. */
  Optional<RenderedMail> write(QueuedMail queued) {
    if (queued.notices().isEmpty()) {
      return Optional.of(renderer.render(queued.mail()));
    }
    NewMail mail = queued.mail();
    boolean digest = Digests.MAIL.equals(mail.kind());
    List<Notice> left =
        notices.listAll(queued.notices()).stream()
            .filter(n -> !digest || !n.isRead())
            .filter(sight::holds)
            .toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Locale language = Locale.of(mail.language());
    RenderedMail.@Nullable Off off =
        unsubscription.of(left.getFirst().person(), mail.kind(), language);
    List<MailItem> items = digest ? left.stream().map(n -> item(n, language)).toList() : List.of();
    return Optional.of(renderer.render(mail, items, off));
  }

  private MailItem item(Notice notice, Locale language) {
    return new MailItem(
        MailRenderer.line(texts.text(notice, language)),
        notice.link() == null ? null : baseUrl + notice.link());
  }
}
