package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds messages by their words, in the conversations of who looks and nowhere else. */
@Singleton
public class MessageSearch {
  /** A side that has left finds what it may still read, and not what was changed since. */
  private static final String OWN =
      """
      from message m
       where m.folded like all(?) and m.withheld is null
         and exists (select 1 from conversation_side s
                      where s.conversation_id = m.conversation_id and s.organisation_id = any(?)
                        and m.number <= coalesce(s.left_after, m.number)
                        and m.revision <= coalesce(s.left_revision, m.revision))
      """;

  private final JdbcOperations jdbc;
  private final MessageRepository messages;
  private final ConversationRepository conversations;
  private final ConversationAccess access;
  private final ConversationAnswers answers;
  private final MessageAnswers messageAnswers;

  MessageSearch(
      JdbcOperations jdbc,
      MessageRepository messages,
      ConversationRepository conversations,
      ConversationAccess access,
      ConversationAnswers answers,
      MessageAnswers messageAnswers) {
    this.jdbc = jdbc;
    this.messages = messages;
    this.conversations = conversations;
    this.access = access;
    this.answers = answers;
    this.messageAnswers = messageAnswers;
  }

  /**
   * The messages that hold all the words, or words that begin or go on otherwise, the newest first.
   *
   * @param typed the words; case, accents and their order do not matter
   * @throws eu.bridgehall.kernel.DomainException.Invalid without a word
   */
  @Transactional
  public Page<FoundMessage> find(Actor actor, @Nullable String typed, PageRequest page) {
    SearchedWords words = SearchedWords.of(typed);
    Set<UUID> own = access.organisations(actor);
    List<UUID> ids = ids(words, own, page);
    Map<UUID, Message> found =
        messages.listByIds(ids).stream().collect(Collectors.toMap(Message::id, m -> m));
    Map<UUID, Conversation> around =
        conversations
            .listAll(found.values().stream().map(Message::conversation).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Conversation::id, Function.identity()));
    List<Message> ordered = ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
    List<MessageResponse> told = messageAnswers.of(actor, around, ordered);
    Map<UUID, Party> parties = answers.parties(around.values());
    List<FoundMessage> items =
        IntStream.range(0, ordered.size())
            .mapToObj(
                i -> {
                  UUID conversation = ordered.get(i).conversation();
                  Conversation c = Objects.requireNonNull(around.get(conversation));
                  return of(actor, c, told.get(i), parties, words);
                })
            .toList();
    return Page.at(page.offset(), items, count(words, own));
  }

  private FoundMessage of(
      Actor actor,
      Conversation c,
      MessageResponse message,
      Map<UUID, Party> parties,
      SearchedWords words) {
    UUID own = access.readsAs(actor, null, c).id();
    return new FoundMessage(
        c.id(),
        c.subject(),
        c.sides().stream()
            .filter(s -> !s.id().equals(own))
            .map(s -> Objects.requireNonNull(parties.get(s.id())))
            .toList(),
        message,
        words.marks(message.text()));
  }

  private List<UUID> ids(SearchedWords words, Set<UUID> own, PageRequest page) {
    return jdbc.prepareStatement(
        "select m.id " + OWN + "order by m.at desc, m.id desc offset ? limit ?",
        s -> {
          fill(s, words, own);
          s.setInt(3, page.offset());
          s.setInt(4, page.limit());
          try (ResultSet rows = s.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
              ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
          }
        });
  }

  private long count(SearchedWords words, Set<UUID> own) {
    return Count.of(jdbc, "select count(*) " + OWN, s -> fill(s, words, own));
  }

  private static void fill(PreparedStatement statement, SearchedWords words, Set<UUID> own)
      throws SQLException {
    statement.setArray(1, statement.getConnection().createArrayOf("text", words.patterns()));
    statement.setArray(2, statement.getConnection().createArrayOf("uuid", own.toArray()));
  }
}
