package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Ids;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
class NoticeRepository {
  private static final String COLUMNS =
      """
      select id, person_id, kind, subject, number, facts::text, named::text, link_path, at, read_at
        from notice
      """;

  /**
   * Of the waiting ones those that a digest is due for: parameters weekly, daily. What waits when
   * its reader has just asked for each at once goes out with a daily one.
   */
  private static final String DUE =
      """
      n.waiting and n.at < case
        (select c.delivery from notice_choice c
          where c.person_id = n.person_id and c.kind = n.chosen_as)
        when 'WEEKLY' then ?::timestamptz when 'OFF' then null else ?::timestamptz end
      """;

  /** What somebody may still read: parameters the person, the organisations she acts for now. */
  private static final String READABLE =
      "person_id = ? and (told_for is null or told_for = any(?))";

  /** Without what was told of a conversation before the last that was told of it. */
  private static final String LATEST =
      """
       and not (? and kind = 'message-arrived' and exists (
         select 1 from notice later
          where later.person_id = notice.person_id and later.kind = notice.kind
            and later.subject = notice.subject and later.number > notice.number
            and later.told_for is not distinct from notice.told_for))
      """;

  private final JdbcOperations jdbc;
  private final Facts facts;

  NoticeRepository(JdbcOperations jdbc, Facts facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  /**
   * The id of the new row; empty where the person has been told.
   *
   * @param waiting whether it is to go out with a digest
   */
  Optional<UUID> add(Recipient reader, NewNotice notice, boolean waiting, Instant at) {
    UUID id = Ids.next();
    @Nullable String chosenAs = NoticeKind.of(notice.kind()).map(Enum::name).orElse(null);
    return jdbc.prepareStatement(
        """
        insert into notice (id, person_id, told_for, kind, chosen_as, subject, number, facts, named,
                            link_path, at, waiting)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
        on conflict (person_id, kind, subject, number) do nothing
        """,
        s -> {
          s.setObject(1, id);
          s.setObject(2, reader.person().id());
          s.setObject(3, reader.toldFor());
          s.setString(4, notice.kind());
          s.setString(5, chosenAs);
          s.setObject(6, notice.subject());
          s.setLong(7, notice.number());
          s.setString(8, facts.write(notice.facts()));
          s.setString(9, facts.write(texts(notice.named())));
          s.setString(10, notice.link());
          s.setObject(11, utc(at));
          s.setBoolean(12, waiting);
          return s.executeUpdate() == 1 ? Optional.of(id) : Optional.empty();
        });
  }

  /**
   * A person's, the newest first.
   *
   * @param own the organisations that she acts for now: what she was told for others is left out
   * @param latest whether each conversation stands there once
   */
  @Transactional
  List<Notice> list(
      UUID person, Collection<UUID> own, boolean unread, boolean latest, PageRequest page) {
    return jdbc.prepareStatement(
        COLUMNS
            + " where "
            + READABLE
            + " and (not ? or read_at is null)"
            + LATEST
            + "order by id desc offset ? limit ?",
        s -> {
          s.setObject(1, person);
          s.setArray(2, s.getConnection().createArrayOf("uuid", own.toArray()));
          s.setBoolean(3, unread);
          s.setBoolean(4, latest);
          s.setInt(5, page.offset());
          s.setInt(6, page.limit());
          return read(s);
        });
  }

  /** All that is kept of a person's, the newest first. */
  List<Notice> listAll(UUID person, int limit) {
    return jdbc.prepareStatement(
        COLUMNS + "where person_id = ? order by id desc limit ?",
        s -> {
          s.setObject(1, person);
          s.setInt(2, limit);
          return read(s);
        });
  }

  /** Those of these ids that there are, the oldest first. */
  @Transactional
  List<Notice> listAll(Collection<UUID> ids) {
    return jdbc.prepareStatement(
        COLUMNS + "where id = any(?) order by id",
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", ids.toArray()));
          return read(s);
        });
  }

  /** How many of them there are; parameters as {@link #list}. */
  @Transactional
  long count(UUID person, Collection<UUID> own, boolean unread, boolean latest) {
    return jdbc.prepareStatement(
        "select count(*) from notice where "
            + READABLE
            + " and (not ? or read_at is null)"
            + LATEST,
        s -> {
          s.setObject(1, person);
          s.setArray(2, s.getConnection().createArrayOf("uuid", own.toArray()));
          s.setBoolean(3, unread);
          s.setBoolean(4, latest);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** How many of these the person has; they are read from now on. */
  int markRead(UUID person, Collection<UUID> ids, Instant now) {
    return jdbc.prepareStatement(
        "update notice set read_at = coalesce(read_at, ?) where person_id = ? and id = any(?)",
        s -> {
          s.setObject(1, utc(now));
          s.setObject(2, person);
          s.setArray(3, s.getConnection().createArrayOf("uuid", ids.toArray()));
          return s.executeUpdate();
        });
  }

  /** Marks those as read that lead to this page. */
  void markOpened(UUID person, String link, Instant now) {
    jdbc.prepareStatement(
        "update notice set read_at = ? where person_id = ? and link_path = ? and read_at is null",
        s -> {
          s.setObject(1, utc(now));
          s.setObject(2, person);
          s.setString(3, link);
          return s.executeUpdate();
        });
  }

  /** Marks what was told of something in one of these ways as read, whoever was told. */
  void markOver(UUID subject, Collection<String> kinds, Instant now) {
    jdbc.prepareStatement(
        "update notice set read_at = ? where subject = ? and kind = any(?) and read_at is null",
        s -> {
          s.setObject(1, utc(now));
          s.setObject(2, subject);
          s.setArray(3, s.getConnection().createArrayOf("text", kinds.toArray()));
          return s.executeUpdate();
        });
  }

  /** Marks what was told of the messages of a conversation as read, up to one of them. */
  void markRead(UUID person, String kind, UUID conversation, long upTo, Instant now) {
    jdbc.prepareStatement(
        """
        update notice set read_at = ?
         where person_id = ? and kind = ? and subject = ? and number <= ? and read_at is null
        """,
        s -> {
          s.setObject(1, utc(now));
          s.setObject(2, person);
          s.setString(3, kind);
          s.setObject(4, conversation);
          s.setLong(5, upTo);
          return s.executeUpdate();
        });
  }

  /** The notices of a kind do not wait for a digest any more. */
  void stopWaiting(UUID person, NoticeKind kind) {
    jdbc.prepareStatement(
        "update notice set waiting = false where person_id = ? and waiting and chosen_as = ?",
        s -> {
          s.setObject(1, person);
          s.setString(2, kind.name());
          return s.executeUpdate();
        });
  }

  /**
   * People for whom a digest is due.
   *
   * @param daily what was told before then goes out with a daily digest
   * @param weekly and before then with a weekly one
   */
  @Transactional
  List<UUID> listDue(Instant daily, Instant weekly, int limit) {
    return jdbc.prepareStatement(
        "select distinct n.person_id from notice n where " + DUE + " limit " + limit,
        s -> {
          setDue(s, 1, daily, weekly);
          return ids(s);
        });
  }

  /**
   * Takes what is due for a person out of the waiting ones; what is read by now is left out. Of two
   * that do so at once, the second finds nothing.
   */
  List<UUID> takeDue(UUID person, Instant daily, Instant weekly) {
    return jdbc.prepareStatement(
        "with due as (update notice n set waiting = false where n.person_id = ? and "
            + DUE
            + " returning n.id, n.read_at) select id from due where read_at is null order by id",
        s -> {
          s.setObject(1, person);
          setDue(s, 2, daily, weekly);
          return ids(s);
        });
  }

  private static void setDue(PreparedStatement s, int from, Instant daily, Instant weekly)
      throws SQLException {
    s.setObject(from, utc(weekly));
    s.setObject(from + 1, utc(daily));
  }

  private static List<UUID> ids(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<UUID> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    }
  }

  private List<Notice> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Notice> found = new ArrayList<>();
      while (rows.next()) {
        OffsetDateTime readAt = rows.getObject(10, OffsetDateTime.class);
        found.add(
            new Notice(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getString(3),
                rows.getObject(4, UUID.class),
                rows.getLong(5),
                facts.read(rows.getString(6)),
                ids(facts.read(rows.getString(7))),
                rows.getString(8),
                rows.getObject(9, OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant()));
      }
      return found;
    }
  }

  private static Map<String, String> texts(Map<String, UUID> ids) {
    return ids.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
  }

  private static Map<String, UUID> ids(Map<String, String> texts) {
    return texts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> UUID.fromString(e.getValue())));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
