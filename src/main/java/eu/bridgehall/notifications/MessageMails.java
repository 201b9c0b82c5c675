package eu.bridgehall.notifications;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.MessagePosted;
import eu.bridgehall.moderation.ReportMade;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The notices about messages, to those who act for the other sides that are still there, but for
 * those who have muted the conversation. They say that there is something to read and never what;
 * and there is no second one before the reader has read what the first was about. A conversation
 * that is begun is told of by its first message, and a report to the secretariat by itself.
 */
@Singleton
class MessageMails implements OutboxConsumer {
  private final ConversationService conversations;
  private final Readers readers;
  private final Notices notices;
  private final JdbcOperations jdbc;
  private final Clock clock;

  MessageMails(
      ConversationService conversations,
      Readers readers,
      Notices notices,
      JdbcOperations jdbc,
      Clock clock) {
    this.conversations = conversations;
    this.readers = readers;
    this.notices = notices;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "message-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(MessagePosted.class, ReportMade.class);
  }

  @Override
  public void handle(StoredEvent event) {
    if (event.is(ReportMade.class)) {
      notices.tell(
          readers.secretariat(),
          new NewNotice(
              NoticeKind.REPORT,
              event.subject(),
              event.position().number(),
              Map.of(),
              "/moderation/reports"));
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
    if (readUpTo < posted.number() && note(conversation, person, posted.number(), readUpTo)) {
      // what she was told before she has read, by whatever way
      notices.opened(person, path);
      notices.tell(
          List.of(reader),
          new NewNotice(
              "message-arrived",
              conversation,
              posted.number(),
              Map.of("from", readers.name(posted.authority())),
              path));
    }
  }

  /** Whether the reader is to be told now; false while an earlier notice waits to be read. */
  private boolean note(UUID conversation, UUID reader, long number, long readUpTo) {
    return jdbc.prepareStatement(
        """
        insert into message_notice (conversation_id, person_id, number, at) values (?, ?, ?, ?)
        on conflict (conversation_id, person_id) do update
          set number = excluded.number, at = excluded.at
        where message_notice.number <= ?
        """,
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, reader);
          s.setLong(3, number);
          s.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
          s.setLong(5, readUpTo);
          return s.executeUpdate() == 1;
        });
  }
}
