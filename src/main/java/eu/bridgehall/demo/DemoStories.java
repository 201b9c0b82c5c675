package eu.bridgehall.demo;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.messaging.ConversationOpened;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.ConversationStart;
import eu.bridgehall.messaging.ConversationSteps;
import eu.bridgehall.messaging.PostMessage;
import eu.bridgehall.messaging.StartConversation;
import eu.bridgehall.partnerships.AskIntroduction;
import eu.bridgehall.partnerships.IntroductionResponse;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.partnerships.StepReason;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Lets officers of the demonstration ask each other and answer. A conversation opens after the
 * introduction is accepted, so what they write there waits for it.
 */
@Singleton
class DemoStories implements OutboxConsumer {
  private static final Pattern COMMA = Pattern.compile(",");

  private final IntroductionService introductions;
  private final ConversationService conversations;
  private final ConversationStart start;
  private final ConversationSteps steps;
  private final JdbcOperations jdbc;

  DemoStories(
      IntroductionService introductions,
      ConversationService conversations,
      ConversationStart start,
      ConversationSteps steps,
      JdbcOperations jdbc) {
    this.introductions = introductions;
    this.conversations = conversations;
    this.start = start;
    this.steps = steps;
    this.jdbc = jdbc;
  }

  /**
   * Every story between two of these officers, up to where it stands.
   *
   * @param reviewer lets through what was answered, where introductions are reviewed here; the rest
   *     waits for whoever tries the service
   */
  @Transactional
  void tell(Map<String, DemoOfficer> officers, Actor reviewer) {
    for (DemoFile.Row story : DemoFile.rows("stories.tsv")) {
      DemoOfficer from = officer(officers, story.get("from"));
      DemoOfficer to = officer(officers, story.get("to"));
      IntroductionResponse asked =
          introductions.ask(
              from.actor(),
              from.authority(),
              new AskIntroduction(to.authority(), story.get("text"), null, null));
      UUID id = asked.id();
      String outcome = story.get("outcome");
      if (asked.sentAt() == null && !outcome.equals("sent")) {
        introductions.approve(reviewer, id);
      }
      switch (outcome) {
        case "accepted" -> {
          introductions.accept(to.actor(), id);
          later(id, 1, from, story.get("message"));
          later(id, 2, to, story.get("answer"));
        }
        case "declined" ->
            introductions.decline(to.actor(), id, new StepReason("no-capacity", null));
        default -> {
          // it waits for an answer
        }
      }
    }
  }

  /** Every conversation that somebody begins with those that she is in touch with already. */
  @Transactional
  void talk(Map<String, DemoOfficer> officers) {
    for (DemoFile.Row talk : DemoFile.rows("conversations.tsv")) {
      DemoOfficer from = officer(officers, talk.get("from"));
      List<UUID> to =
          COMMA.splitAsStream(talk.get("to")).map(o -> officer(officers, o).authority()).toList();
      UUID id =
          start
              .start(
                  from.actor(),
                  new StartConversation(
                      from.authority(),
                      to,
                      talk.get("subject"),
                      talk.get("text").replace("\\n", "\n")),
                  null)
              .id();
      DemoOfficer other = officer(officers, talk.get("answers"));
      conversations.post(
          other.actor(), id, new PostMessage(talk.get("answer"), other.authority()), null);
      if (!talk.get("shares").isEmpty()) {
        DemoOfficer sharing = officer(officers, talk.get("shares"));
        steps.shareContact(sharing.actor(), id, sharing.authority(), true);
      }
    }
  }

  private static DemoOfficer officer(Map<String, DemoOfficer> officers, String name) {
    DemoOfficer officer = officers.get(name);
    if (officer == null) {
      throw new IllegalStateException("No such officer: " + name);
    }
    return officer;
  }

  private void later(UUID introduction, int number, DemoOfficer author, String text) {
    if (text.isEmpty()) {
      return;
    }
    jdbc.prepareStatement(
        "insert into demo_message values (?, ?, ?, ?, ?)",
        statement -> {
          statement.setObject(1, introduction);
          statement.setInt(2, number);
          statement.setObject(3, author.actor().person());
          statement.setObject(4, author.authority());
          statement.setString(5, text);
          return statement.executeUpdate();
        });
  }

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(ConversationOpened.class);
  }

  @Override
  public void handle(StoredEvent event) {
    ConversationOpened opened = event.as(ConversationOpened.class);
    for (Waiting message : take(opened.introduction())) {
      Actor author =
          new Actor(
              message.person(),
              null,
              Set.of(),
              Map.of(message.authority(), MemberRole.OWNER),
              Map.of());
      conversations.post(
          author, opened.subject(), new PostMessage(message.text(), message.authority()), null);
    }
  }

  private List<Waiting> take(UUID introduction) {
    return jdbc.prepareStatement(
        """
        with taken as (delete from demo_message where introduction = ? returning *)
        select person, authority, text from taken order by number
        """,
        statement -> {
          statement.setObject(1, introduction);
          try (ResultSet rows = statement.executeQuery()) {
            List<Waiting> messages = new ArrayList<>();
            while (rows.next()) {
              messages.add(
                  new Waiting(
                      rows.getObject(1, UUID.class),
                      rows.getObject(2, UUID.class),
                      rows.getString(3)));
            }
            return messages;
          }
        });
  }

  private record Waiting(UUID person, UUID authority, String text) {}
}
