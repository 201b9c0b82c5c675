package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.platform.Parameters;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was found and what became of it. */
@Singleton
class SignalFlagRepository {
  private static final String COLUMNS =
      """
      select id, kind, subject, authority_id, conversation_id, signals, places, fingerprint,
             found_at, waits, closed_at, closed_why, closed_by, note
        from content_flag
      """;

  /** More would be no help in a list that is narrowed by them. */
  private static final int MOST_SUBJECTS = 2_000;

  private final JdbcOperations jdbc;

  SignalFlagRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The row.
   *
   * @param closed null while it is open
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Row(
      UUID id,
      SignalSubject kind,
      UUID subject,
      UUID authority,
      @Nullable UUID conversation,
      List<Signal> signals,
      List<String> places,
      byte[] fingerprint,
      Instant foundAt,
      boolean waits,
      @Nullable Closed closed) {}

  /**
   * How a flag was closed.
   *
   * @param by null for the service
   */
  record Closed(Instant at, SignalOutcome why, @Nullable UUID by, @Nullable String note) {}

  void add(Row row) {
    jdbc.prepareStatement(
        """
        insert into content_flag (signals, places, fingerprint, found_at, waits, id, kind, subject,
          authority_id, conversation_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        s -> {
          set(s, row);
          s.setObject(6, row.id());
          s.setString(7, row.kind().name());
          s.setObject(8, row.subject());
          s.setObject(9, row.authority());
          s.setObject(10, row.conversation());
          return s.executeUpdate();
        });
  }

  void update(Row row) {
    jdbc.prepareStatement(
        """
        update content_flag
           set signals = ?, places = ?, fingerprint = ?, found_at = ?, waits = ? where id = ?
        """,
        s -> {
          set(s, row);
          s.setObject(6, row.id());
          return s.executeUpdate();
        });
  }

  /** Whether it was open. */
  boolean close(UUID id, Closed closed) {
    return jdbc.prepareStatement(
        """
        update content_flag set closed_at = ?, closed_why = ?, closed_by = ?, note = ?
         where id = ? and closed_at is null
        """,
        s -> {
          s.setObject(1, closed.at().atOffset(ZoneOffset.UTC));
          s.setString(2, closed.why().name());
          s.setObject(3, closed.by());
          s.setString(4, closed.note());
          s.setObject(5, id);
          return s.executeUpdate() == 1;
        });
  }

  /** Keeps which decision a flag has led to. */
  void leadTo(UUID id, UUID decision) {
    jdbc.prepareStatement(
        "update content_flag set decision = ? where id = ?",
        s -> {
          s.setObject(1, decision);
          s.setObject(2, id);
          return s.executeUpdate();
        });
  }

  /** What has led to a decision is open again, unless there is an open one of the same by now. */
  void reopen(UUID decision) {
    jdbc.prepareStatement(
        """
        update content_flag f
           set closed_at = null, closed_why = null, closed_by = null, decision = null
         where f.decision = ?
           and not exists (select 1 from content_flag o
                            where o.kind = f.kind and o.subject = f.subject
                              and o.authority_id = f.authority_id and o.closed_at is null)
        """,
        s -> {
          s.setObject(1, decision);
          return s.executeUpdate();
        });
  }

  Optional<Row> find(UUID id) {
    return list(COLUMNS + "where id = ?", s -> s.setObject(1, id)).stream().findFirst();
  }

  /** The open one about a thing, for that authority. */
  Optional<Row> findOpen(SignalSubject kind, UUID subject, UUID authority) {
    return list(
            COLUMNS
                + """
                where kind = ? and subject = ? and authority_id = ? and closed_at is null
                """,
            s -> {
              s.setString(1, kind.name());
              s.setObject(2, subject);
              s.setObject(3, authority);
            })
        .stream()
        .findFirst();
  }

  /** All open ones about a thing, the first first. */
  List<Row> listOpen(UUID subject) {
    return list(
        COLUMNS + "where subject = ? and closed_at is null order by found_at, id",
        s -> s.setObject(1, subject));
  }

  /** All that the person has closed, or that are about her account, the first first. */
  List<Row> listOf(UUID person) {
    return list(
        COLUMNS
            + """
            where closed_by = ? or kind = 'ACCOUNT' and subject = ? order by found_at, id
            """,
        s -> {
          s.setObject(1, person);
          s.setObject(2, person);
        });
  }

  /** Whether somebody has looked at the same before. */
  boolean isSeen(Row row) {
    return !list(
            COLUMNS
                + """
                where kind = ? and subject = ? and authority_id = ? and fingerprint = ?
                  and closed_why in ('DISMISSED', 'CONFIRMED', 'DECIDED') limit 1
                """,
            s -> {
              s.setString(1, row.kind().name());
              s.setObject(2, row.subject());
              s.setObject(3, row.authority());
              s.setBytes(4, row.fingerprint());
            })
        .isEmpty();
  }

  /** In which things of a kind something is found now, the first first, as far as it helps. */
  List<UUID> subjects(SignalSubject kind) {
    return list(
            COLUMNS
                + """
                where kind = ? and closed_at is null order by found_at, id limit ?
                """,
            s -> {
              s.setString(1, kind.name());
              s.setInt(2, MOST_SUBJECTS);
            })
        .stream()
        .map(Row::subject)
        .toList();
  }

  /** What is found now in each of these things, where anything is. */
  Map<UUID, List<String>> signals(Collection<UUID> subjects) {
    Map<UUID, List<String>> found = new HashMap<>();
    if (subjects.isEmpty()) {
      return found;
    }
    list(
            COLUMNS + "where subject = any(?) and closed_at is null order by found_at, id",
            s -> s.setArray(1, s.getConnection().createArrayOf("uuid", subjects.toArray())))
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.subject(), s -> new ArrayList<>())
                    .addAll(row.signals().stream().map(Coded::id).toList()));
    return found;
  }

  /** Forgets what is about the account; who has dismissed what stays. */
  void erase(UUID person) {
    jdbc.prepareStatement(
        "delete from content_flag where kind = 'ACCOUNT' and subject = ?",
        s -> {
          s.setObject(1, person);
          return s.executeUpdate();
        });
  }

  private static void set(PreparedStatement s, Row row) throws SQLException {
    s.setArray(
        1,
        s.getConnection().createArrayOf("text", row.signals().stream().map(Enum::name).toArray()));
    s.setArray(2, s.getConnection().createArrayOf("text", row.places().toArray()));
    s.setBytes(3, row.fingerprint());
    s.setObject(4, row.foundAt().atOffset(ZoneOffset.UTC));
    s.setBoolean(5, row.waits());
  }

  private List<Row> list(String query, Parameters parameters) {
    return jdbc.prepareStatement(
        query,
        s -> {
          parameters.set(s);
          try (ResultSet rows = s.executeQuery()) {
            List<Row> found = new ArrayList<>();
            while (rows.next()) {
              found.add(row(rows));
            }
            return found;
          }
        });
  }

  private static Row row(ResultSet row) throws SQLException {
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new Row(
        row.getObject("id", UUID.class),
        SignalSubject.valueOf(row.getString("kind")),
        row.getObject("subject", UUID.class),
        row.getObject("authority_id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        Stream.of((String[]) row.getArray("signals").getArray()).map(Signal::valueOf).toList(),
        List.of((String[]) row.getArray("places").getArray()),
        row.getBytes("fingerprint"),
        row.getObject("found_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("waits"),
        closedAt == null
            ? null
            : new Closed(
                closedAt.toInstant(),
                SignalOutcome.valueOf(row.getString("closed_why")),
                row.getObject("closed_by", UUID.class),
                row.getString("note")));
  }
}
