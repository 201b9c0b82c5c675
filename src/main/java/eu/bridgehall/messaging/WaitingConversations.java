package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which conversations of a person wait for her, and in which she waits for the others. */
@Singleton
public class WaitingConversations {
  private final JdbcOperations jdbc;
  private final ConversationRepository conversations;
  private final ConversationAccess access;
  private final BetweenSides between;

  WaitingConversations(
      JdbcOperations jdbc,
      ConversationRepository conversations,
      ConversationAccess access,
      BetweenSides between) {
    this.jdbc = jdbc;
    this.conversations = conversations;
    this.access = access;
    this.between = between;
  }

  /**
   * How many wait for the same.
   *
   * @param since since when the first of them has; null where there is none
   */
  public record Waiting(long count, @Nullable Instant since) {}

  /**
   * All that waits. What has unread messages is counted as that alone, and nothing is counted of
   * what the person has muted.
   *
   * @param unread messages that other sides have written and she has not read
   * @param reply conversations in which she has read all and others wrote last
   * @param replied conversations in which she has read all and her own side wrote last
   */
  public record Found(Waiting unread, Waiting reply, Waiting replied) {}

  /**
   * What waits now.
   *
   * @param activeSince conversations in which nobody has written since then wait for nobody; what
   *     is unread does all the same
   */
  @Transactional
  public Found of(Actor actor, Instant activeSince) {
    List<Row> rows = list(access.organisations(actor), actor.person(), activeSince);
    List<Row> unread = rows.stream().filter(Row::isUnread).toList();
    List<UUID> read = rows.stream().filter(r -> !r.isUnread()).map(Row::conversation).toList();
    Set<UUID> open = read.isEmpty() ? Set.of() : writable(actor, read);
    return new Found(
        new Waiting(unread.stream().mapToLong(Row::unread).sum(), first(unread)),
        waiting(rows, r -> open.contains(r.conversation()) && !r.own()),
        waiting(rows, r -> open.contains(r.conversation()) && r.own()));
  }

  /** Those of these conversations in which the actor may write. */
  private Set<UUID> writable(Actor actor, List<UUID> ids) {
    List<Conversation> found = conversations.listAll(ids);
    BetweenSides.Now now = between.of(found);
    return found.stream()
        .filter(c -> access.mayWrite(actor, c, now))
        .map(Conversation::id)
        .collect(Collectors.toSet());
  }

  private List<Row> list(Set<UUID> sides, UUID person, Instant activeSince) {
    return jdbc.prepareStatement(
        """
        select k.conversation_id, u.unread, coalesce(u.since, l.at), l.organisation_id = any(?)
          from (select s.conversation_id, bool_or(s.left_at is null) present,
                       max(coalesce(s.left_after, c.last_number)) up_to
                  from conversation_side s join conversation c on c.id = s.conversation_id
                 where s.organisation_id = any(?)
                   and not exists (select 1 from conversation_mute q
                                    where q.conversation_id = c.id and q.person_id = ?)
                 group by s.conversation_id) k
          join message l on l.conversation_id = k.conversation_id and l.number = k.up_to
          left join conversation_read r
            on r.conversation_id = k.conversation_id and r.person_id = ?
         cross join lateral (
           select count(*) unread, min(m.at) since from message m
            where m.conversation_id = k.conversation_id and m.number > coalesce(r.up_to, 0)
              and m.number <= k.up_to and m.organisation_id <> all(?)) u
         where u.unread > 0 or k.present and l.at >= ?
        """,
        s -> {
          Array own = s.getConnection().createArrayOf("uuid", sides.toArray());
          s.setArray(1, own);
          s.setArray(2, own);
          s.setObject(3, person);
          s.setObject(4, person);
          s.setArray(5, own);
          s.setObject(6, activeSince.atOffset(ZoneOffset.UTC));
          try (ResultSet rows = s.executeQuery()) {
            List<Row> found = new ArrayList<>();
            while (rows.next()) {
              found.add(
                  new Row(
                      rows.getObject(1, UUID.class),
                      rows.getLong(2),
                      rows.getObject(3, OffsetDateTime.class).toInstant(),
                      rows.getBoolean(4)));
            }
            return found;
          }
        });
  }

  private static Waiting waiting(List<Row> rows, Predicate<Row> which) {
    List<Row> some = rows.stream().filter(which).toList();
    return new Waiting(some.size(), first(some));
  }

  private static @Nullable Instant first(List<Row> rows) {
    return rows.stream().map(Row::since).min(Instant::compareTo).orElse(null);
  }

  /**
   * A conversation.
   *
   * @param since of what is unread the first message, else the last message
   * @param own whether the last message is of the person's own side
   */
  private record Row(UUID conversation, long unread, Instant since, boolean own) {
    boolean isUnread() {
      return unread > 0;
    }
  }
}
