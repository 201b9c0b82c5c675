package eu.bridgehall.notifications;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.messaging.ConversationRead;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.MessagePosted;
import eu.bridgehall.moderation.ReportMade;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The notices about messages, to those who act for the other sides that are still there, but for
 * those who have muted the conversation. They say that there is something to read and never what;
 * and there is no second one before the reader has read what the first was about, unless that is
 * hidden by now. What she reads, by whatever way, reads its notice. A conversation that is begun is
 * told of by its first message, and a report to the secretariat by itself.
 */
@Singleton
class MessageMails implements OutboxConsumer {
  static final String ARRIVED = "message-arrived";

  private final ConversationService conversations;
  private final Readers readers;
  private final Notices notices;
  private final NoticeSight sight;
  private final JdbcOperations jdbc;
  private final Clock clock;

  MessageMails(
      ConversationService conversations,
      Readers readers,
      Notices notices,
      NoticeSight sight,
      JdbcOperations jdbc,
      Clock clock) {
    this.conversations = conversations;
    this.readers = readers;
    this.notices = notices;
    this.sight = sight;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "message-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(MessagePosted.class, ConversationRead.class, ReportMade.class);
  }

  @Override
  public void handle(StoredEvent event) {
    if (event.is(ReportMade.class)) {
      notices.tell(
          sight.moderating(readers.secretariat(), NoticeKind.REPORT, event.subject()),
          new NewNotice(
              NoticeKind.REPORT,
              event.subject(),
              event.position().number(),
              Map.of(),
              "/moderation/reports"));
      return;
    }
    if (event.is(ConversationRead.class)) {
      ConversationRead read = event.as(ConversationRead.class);
      notices.read(read.reader(), read.subject(), read.upTo());
      return;
    }
    MessagePosted posted = event.as(MessagePosted.class);
    conversations.sidesOf(posted.subject()).stream()
        .filter(a -> !a.equals(posted.authority()))
        .flatMap(a -> readers.acting(a).stream())
        .filter(r -> !r.person().id().equals(posted.author()))
        .filter(r -> !conversations.isMuted(posted.subject(), r.person().id()))
        .forEach(r -> tell(r, posted));
  }

  private void tell(Recipient reader, MessagePosted posted) {
    UUID conversation = posted.subject();
    UUID person = reader.person().id();
    long readUpTo = conversations.readUpTo(conversation, person);
    String path = "/conversations/" + conversation;
    long told = told(conversation, person);
    boolean waits = told > readUpTo && hasNews(person, conversation, told, posted.number());
    if (readUpTo < posted.number() && !waits && note(conversation, person, posted.number())) {
      // what she was told before she has read, or she may not be told of it any more
      notices.opened(person, path);
      notices.tell(
          List.of(reader),
          new NewNotice(
              ARRIVED,
              conversation,
              posted.number(),
              Map.of("from", readers.name(posted.authority())),
              Map.of("from", posted.authority()),
              path));
    }
  }

  /** Whether the mail about the first of these messages still goes out, or has. */
  private boolean hasNews(UUID person, UUID conversation, long from, long before) {
    return sight
        .reader(person)
        .flatMap(reader -> conversations.findNews(reader, conversation, from, before))
        .isPresent();
  }

  /** The last message of the conversation that the reader was told of; 0 for none. */
  private long told(UUID conversation, UUID reader) {
    return jdbc.prepareStatement(
        "select number from message_notice where conversation_id = ? and person_id = ?",
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, reader);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0L;
          }
        });
  }

  /**
   * Notes that the reader is told of it; false where she has been told of it, or of a later one.
   */
  private boolean note(UUID conversation, UUID reader, long number) {
    return jdbc.prepareStatement(
        """
        insert into message_notice (conversation_id, person_id, number, at) values (?, ?, ?, ?)
        on conflict (conversation_id, person_id) do update
          set number = excluded.number, at = excluded.at
        where message_notice.number < excluded.number
        """,
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, reader);
          s.setLong(3, number);
          s.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
          return s.executeUpdate() == 1;
        });
  }
}
