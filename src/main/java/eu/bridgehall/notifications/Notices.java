package eu.bridgehall.notifications;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.organisations.Organisations;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are told: the one way from an event to its readers. Each reader gets a row of the
 * list on the pages, once for each event, and in the same transaction a mail at once, with a digest
 * or not at all, as she has chosen.
 */
@Singleton
public class Notices {
  /** Most that are shown at once, and can be marked. */
  static final int MOST_SHOWN = 200;

  private final NoticeRepository notices;
  private final NoticeChoices choices;
  private final Mails mails;
  private final Organisations organisations;
  private final NoticeNames names;
  private final Messages messages;
  private final Clock clock;

  Notices(
      NoticeRepository notices,
      NoticeChoices choices,
      Mails mails,
      Organisations organisations,
      NoticeNames names,
      Messages messages,
      Clock clock) {
    this.notices = notices;
    this.choices = choices;
    this.mails = mails;
    this.organisations = organisations;
    this.names = names;
    this.messages = messages;
    this.clock = clock;
  }

  /** Tells the readers, in the caller's transaction; whoever has been told is not told again. */
  @Transactional(propagation = Propagation.MANDATORY)
  void tell(Collection<Recipient> readers, NewNotice notice) {
    readers.forEach(reader -> tell(reader, notice));
  }

  private void tell(Recipient reader, NewNotice notice) {
    Person person = reader.person();
    Delivery delivery = choices.delivery(person.id(), notice.kind());
    boolean waits = delivery == Delivery.DAILY || delivery == Delivery.WEEKLY;
    notices
        .add(reader, notice, waits, now())
        .filter(id -> delivery == Delivery.AT_ONCE)
        .ifPresent(
            id ->
                mails.queue(
                    new NewMail(
                        person.email(),
                        person.language(),
                        notice.kind(),
                        notice.facts(),
                        notice.link() == null ? null : MailLink.to(notice.link())),
                    List.of(id)));
  }

  /**
   * The actor's notices, the newest first; without what she was told for an organisation that she
   * does not act for any more.
   *
   * @param unread only those that are unread
   * @param reader language of the texts
   */
  @Transactional
  public Page<NoticeResponse> list(Actor actor, boolean unread, PageRequest page, Locale reader) {
    return list(actor, unread, false, page, reader);
  }

  /** The same, and of the messages of each conversation only the last notice. */
  @Transactional
  public Page<NoticeResponse> listLatest(
      Actor actor, boolean unread, PageRequest page, Locale reader) {
    return list(actor, unread, true, page, reader);
  }

  private Page<NoticeResponse> list(
      Actor actor, boolean unread, boolean latest, PageRequest page, Locale reader) {
    UUID person = actor.person();
    Set<UUID> own = actsFor(actor);
    List<Notice> found = names.fill(actor, notices.list(person, own, unread, latest, page), reader);
    return Page.at(
        page.offset(),
        found.stream().map(n -> response(n, reader)).toList(),
        notices.count(person, own, unread, latest));
  }

  /** How many notices the actor has not read. */
  @Transactional
  public long countUnread(Actor actor) {
    return notices.count(actor.person(), actsFor(actor), true, false);
  }

  /**
   * Marks one as read; one that is read stays so.
   *
   * @throws DomainException.NotFound where the actor has no such notice
   */
  @Transactional
  public void markRead(Actor actor, UUID id) {
    if (notices.markRead(actor.person(), List.of(id), now()) == 0) {
      throw new DomainException.NotFound("notices.notFound");
    }
  }

  /**
   * Marks those as read that the actor was shown; of others there may be no trace yet.
   *
   * @throws DomainException.Invalid where it is not said which, or of too many
   */
  @Transactional
  public void markRead(Actor actor, @Nullable Collection<UUID> shown) {
    UUID person = actor.person();
    if (shown == null || shown.isEmpty()) {
      throw new DomainException.Invalid("ids", "error.text.missing");
    }
    if (shown.size() > MOST_SHOWN) {
      throw new DomainException.Invalid("ids", "notices.tooMany", Map.of("most", MOST_SHOWN));
    }
    notices.markRead(person, shown, now());
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

  /** What was told of it in these ways asks nobody for anything any more: it is read. */
  @Transactional(propagation = Propagation.MANDATORY)
  void over(UUID subject, Collection<String> kinds) {
    notices.markOver(subject, kinds, now());
  }

  /** A person has read messages of a conversation up to this one: what told of them is read. */
  @Transactional
  void read(UUID person, UUID conversation, long upTo) {
    notices.markRead(person, MessageMails.ARRIVED, conversation, upTo, now());
  }

  /** The text of a notice, whose names are filled in: what its mail has as subject. */
  String text(Notice notice, Locale reader) {
    return messages.text(reader, "mail." + notice.kind() + ".subject", notice.facts());
  }

  /** The organisations that she acts for now, in whatever role. */
  private Set<UUID> actsFor(Actor actor) {
    Set<UUID> own = new HashSet<>(actor.authorities().keySet());
    own.addAll(actor.associations().keySet());
    if (actor.isSecretariat()) {
      own.add(organisations.secretariat().id());
    }
    return own;
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
