package eu.bridgehall.notifications;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What people are told: the one way from an event to its readers. Each reader gets a row of the
 * list on the pages, once for each event, and in the same transaction a mail at once, with a digest
 * or not at all, as she has chosen.
 */
@Singleton
public class Notices {
  private final NoticeRepository notices;
  private final NoticeChoices choices;
  private final Mails mails;
  private final Messages messages;
  private final Clock clock;

  Notices(
      NoticeRepository notices,
      NoticeChoices choices,
      Mails mails,
      Messages messages,
      Clock clock) {
    this.notices = notices;
    this.choices = choices;
    this.mails = mails;
    this.messages = messages;
    this.clock = clock;
  }

  /** Tells the readers, in the caller's transaction; whoever has been told is not told again. */
  @Transactional(propagation = Propagation.MANDATORY)
  void tell(Collection<Person> readers, NewNotice notice) {
    readers.forEach(reader -> tell(reader, notice));
  }

  private void tell(Person reader, NewNotice notice) {
    Delivery delivery = choices.delivery(reader.id(), notice.kind());
    boolean waits = delivery == Delivery.DAILY || delivery == Delivery.WEEKLY;
    notices
        .add(reader.id(), notice, waits, now())
        .filter(id -> delivery == Delivery.AT_ONCE)
        .ifPresent(
            id ->
                mails.queue(
                    new NewMail(
                        reader.email(),
                        reader.language(),
                        notice.kind(),
                        notice.facts(),
                        notice.link() == null ? null : MailLink.to(notice.link())),
                    List.of(id)));
  }

  /**
   * The actor's notices, the newest first.
   *
   * @param unread only those that are unread
   * @param reader language of the texts
   */
  @Transactional
  public Page<NoticeResponse> list(Actor actor, boolean unread, PageRequest page, Locale reader) {
    UUID person = actor.person();
    return Page.at(
        page.offset(),
        notices.list(person, unread, page).stream().map(n -> response(n, reader)).toList(),
        notices.count(person, unread));
  }

  /** How many notices the actor has not read. */
  @Transactional
  public long countUnread(Actor actor) {
    return notices.count(actor.person(), true);
  }

  /**
   * Marks one as read; one that is read stays so.
   *
   * @throws DomainException.NotFound where the actor has no such notice
   */
  @Transactional
  public void markRead(Actor actor, UUID id) {
    if (!notices.markRead(actor.person(), id, now())) {
      throw new DomainException.NotFound("notices.notFound");
    }
  }

  /** Marks one and all before it as read, so that none is that has come since it was shown. */
  @Transactional
  public void markReadUpTo(Actor actor, UUID newest) {
    notices.markReadUpTo(actor.person(), newest, now());
  }

  /** The actor has opened this page: what leads to it is read. */
  @Transactional
  public void opened(Actor actor, String path) {
    opened(actor.person(), path);
  }

  /** The same for a person who is known to have read what stands there. */
  @Transactional
  void opened(UUID person, String path) {
    notices.markOpened(person, path, now());
  }

  /** The text of a notice: what its mail has as subject. */
  String text(Notice notice, Locale reader) {
    return messages.text(reader, "mail." + notice.kind() + ".subject", notice.facts());
  }

  private NoticeResponse response(Notice n, Locale reader) {
    return new NoticeResponse(
        n.id(),
        n.kind(),
        NoticeKind.of(n.kind()).map(Coded::id).orElse(null),
        n.subject(),
        text(n, reader),
        n.link(),
        n.at(),
        n.readAt());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
