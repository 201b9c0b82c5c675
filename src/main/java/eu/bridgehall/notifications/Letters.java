package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.SiteAddress;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a mail that is due as things are now: what its reader may not be told any more, or wants
 * no mail about any more, is left out, and of messages and in a digest also what she has read by
 * now. A digest lists the first that are left and says how many more there are.
 */
@Singleton
class Letters {
  /** Most that a digest lists. */
  static final int LONGEST = 50;

  private final MailRenderer renderer;
  private final NoticeRepository notices;
  private final NoticeChoices choices;
  private final NoticeSight sight;
  private final NoticeNames names;
  private final Notices texts;
  private final StatementMail statements;
  private final Unsubscription unsubscription;
  private final String baseUrl;

  Letters(
      MailRenderer renderer,
      NoticeRepository notices,
      NoticeChoices choices,
      NoticeSight sight,
      NoticeNames names,
      Notices texts,
      StatementMail statements,
      Unsubscription unsubscription,
      SiteAddress site) {
    this.renderer = renderer;
    this.notices = notices;
    this.choices = choices;
    this.sight = sight;
    this.names = names;
    this.texts = texts;
    this.statements = statements;
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
    List<Notice> wanted = wanted(queued.notices(), digest);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    UUID person = wanted.getFirst().person();
    Optional<Actor> reader = sight.reader(person);
    List<Notice> left = new ArrayList<>();
    int looked = 0;
    while (looked < wanted.size() && left.size() < LONGEST) {
      sight.now(reader, wanted.get(looked)).ifPresent(left::add);
      looked++;
    }
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Locale language = Locale.of(mail.language());
    List<Notice> named = reader.map(r -> names.fill(r, left, language)).orElse(left);
    RenderedMail.@Nullable Off off = unsubscription.of(person, mail.kind(), language);
    List<MailItem> items = digest ? named.stream().map(n -> item(n, language)).toList() : List.of();
    NewMail now = digest ? mail : mail.with(named.getFirst().facts());
    if (reader.isEmpty()) {
      now =
          statements
              .withoutSession(named.getFirst().link(), person, language)
              .map(now::leadingTo)
              .orElse(now);
    }
    return Optional.of(renderer.render(now, items, wanted.size() - looked, off));
  }

  /**
   * What of it is unread, in a digest and of messages, and of a kind that the reader has not
   * switched off.
   */
  private List<Notice> wanted(List<UUID> ids, boolean digest) {
    List<Notice> told = notices.listAll(ids);
    if (told.isEmpty()) {
      return told;
    }
    Map<NoticeKind, Delivery> now = choices.of(told.getFirst().person());
    return told.stream()
        .filter(n -> !n.isRead() || (!digest && !n.kind().equals(MessageMails.ARRIVED)))
        .filter(n -> NoticeKind.of(n.kind()).map(now::get).filter(Delivery.OFF::equals).isEmpty())
        .toList();
  }

  private MailItem item(Notice notice, Locale language) {
    return new MailItem(
        MailRenderer.line(texts.text(notice, language)),
        notice.link() == null ? null : baseUrl + notice.link());
  }
}
