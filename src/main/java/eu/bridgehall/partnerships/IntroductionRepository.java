package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.partnerships.Introduction.Step;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.partnerships.model.ReviewCause;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.Parameters;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
class IntroductionRepository {
  private static final String COLUMNS =
      """
      select id, from_authority, to_authority, country, status, text, cooperation_types, themes,
             asked_by, asked_at, reviewed, review_reasons,
             review_by, review_at, review_reason, review_text,
             sent_at, answer_until, answer_by, answer_at, answer_reason, answer_text,
             withdrawn_by, withdrawn_at, closed_at, conversation_id, proposed_by
        from introduction
      """;

  private static final String QUEUE =
      """
      status = 'PENDING_REVIEW' and (? or country = any(?))
        and not (from_authority = any(?) or to_authority = any(?))
      """;

  /** What has reached an authority: what others ask it for, and what is proposed to it. */
  private static final String RECEIVED =
      """
      (to_authority = ? or from_authority = ? and proposed_by is not null)
        and sent_at is not null and status = any(?)
      """;

  private final JdbcOperations jdbc;

  IntroductionRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes those who ask for this authority at the same time go one after the other. */
  void lockAsker(UUID authority) {
    jdbc.prepareStatement(
        "select pg_advisory_xact_lock(hashtextextended('introduction ' || ?, 0))",
        s -> {
          s.setString(1, authority.toString());
          return s.execute();
        });
  }

  /** Whether it was added; false where the two have an open one. */
  boolean add(Introduction i) {
    return jdbc.prepareStatement(
        """
        insert into introduction (id, from_authority, to_authority, country, status, text,
          cooperation_types, themes, asked_by, asked_at, reviewed, sent_at, answer_until,
          review_reasons, proposed_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        s -> {
          s.setObject(1, i.id());
          s.setObject(2, i.from());
          s.setObject(3, i.to());
          s.setString(4, i.country());
          s.setString(5, i.status().name());
          s.setString(6, i.text());
          s.setArray(7, texts(s, i.cooperationTypes()));
          s.setArray(8, texts(s, i.themes()));
          s.setObject(9, i.asking().by());
          s.setObject(10, at(i.asking().at()));
          s.setBoolean(11, i.reviewed());
          s.setObject(12, at(i.sentAt()));
          s.setObject(13, at(i.answerUntil()));
          s.setArray(14, texts(s, i.reviewReasons().stream().map(Enum::name).toList()));
          s.setObject(15, i.proposedBy());
          return s.executeUpdate() == 1;
        });
  }

  /** Stores the steps taken since it was added. */
  void update(Introduction i) {
    jdbc.prepareStatement(
        """
        update introduction
           set status = ?, sent_at = ?, answer_until = ?, closed_at = ?,
               review_by = ?, review_at = ?, review_reason = ?, review_text = ?,
               answer_by = ?, answer_at = ?, answer_reason = ?, answer_text = ?,
               withdrawn_by = ?, withdrawn_at = ?
         where id = ?
        """,
        s -> {
          s.setString(1, i.status().name());
          s.setObject(2, at(i.sentAt()));
          s.setObject(3, at(i.answerUntil()));
          s.setObject(4, at(i.closedAt()));
          setStep(s, 5, i.review());
          setReason(s, 7, i.review());
          setStep(s, 9, i.answer());
          setReason(s, 11, i.answer());
          setStep(s, 13, i.withdrawal());
          s.setObject(15, i.id());
          return s.executeUpdate();
        });
  }

  /** Whether it was stored; false where there is one, or it was never accepted. */
  boolean setConversation(UUID id, UUID conversation) {
    return jdbc.prepareStatement(
        """
        update introduction set conversation_id = ?
         where id = ? and status = 'ACCEPTED' and conversation_id is null
        """,
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, id);
          return s.executeUpdate() == 1;
        });
  }

  Optional<Introduction> find(UUID id) {
    return one(COLUMNS + "where id = ?", id);
  }

  /** The row that there is. */
  Introduction get(UUID id) {
    return find(id).orElseThrow(() -> new DomainException.NotFound("introductions.notFound"));
  }

  /** The row, which nobody else changes before this transaction ends. */
  Introduction lock(UUID id) {
    return one(COLUMNS + "where id = ? for update", id)
        .orElseThrow(() -> new DomainException.NotFound("introductions.notFound"));
  }

  /** The open one between the two, whoever asked. */
  Optional<Introduction> findOpen(UUID one, UUID other) {
    return findBetween(one, other, "status in ('PENDING_REVIEW', 'SENT')");
  }

  /** The introduction that has put the two in touch, the last where there were several. */
  Optional<Introduction> findAccepted(UUID one, UUID other) {
    return findBetween(one, other, "status = 'ACCEPTED' order by asked_at desc, id desc");
  }

  private Optional<Introduction> findBetween(UUID one, UUID other, String which) {
    return jdbc
        .prepareStatement(
            COLUMNS
                + """
                where least(from_authority, to_authority) = least(?, ?)
                  and greatest(from_authority, to_authority) = greatest(?, ?)
                """
                + " and "
                + which,
            s -> {
              s.setObject(1, one);
              s.setObject(2, other);
              s.setObject(3, one);
              s.setObject(4, other);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  /** Those the authority asked for, the newest first. */
  List<Introduction> listFrom(
      UUID authority, Collection<IntroductionStatus> statuses, PageRequest page) {
    return list(
        "from_authority = ? and proposed_by is null and status = any(?)"
            + " order by asked_at desc, id desc",
        s -> {
          s.setObject(1, authority);
          s.setArray(2, names(s, statuses));
        },
        page);
  }

  long countFrom(UUID authority, Collection<IntroductionStatus> statuses) {
    return count(
        "from_authority = ? and proposed_by is null and status = any(?)",
        s -> {
          s.setObject(1, authority);
          s.setArray(2, names(s, statuses));
        });
  }

  /** Those that have reached the authority, the newest first. */
  List<Introduction> listTo(
      UUID authority, Collection<IntroductionStatus> statuses, PageRequest page) {
    return list(
        RECEIVED + "order by sent_at desc, id desc", s -> received(s, authority, statuses), page);
  }

  long countTo(UUID authority, Collection<IntroductionStatus> statuses) {
    return count(RECEIVED, s -> received(s, authority, statuses));
  }

  private static void received(
      PreparedStatement s, UUID authority, Collection<IntroductionStatus> statuses)
      throws SQLException {
    s.setObject(1, authority);
    s.setObject(2, authority);
    s.setArray(3, names(s, statuses));
  }

  /** Those that one of these organisations has proposed to two authorities, the newest first. */
  List<Introduction> listProposed(Collection<UUID> by, PageRequest page) {
    return list(
        "proposed_by = any(?) order by asked_at desc, id desc",
        s -> s.setArray(1, s.getConnection().createArrayOf("uuid", by.toArray())),
        page);
  }

  long countProposed(Collection<UUID> by) {
    return count(
        "proposed_by = any(?)",
        s -> s.setArray(1, s.getConnection().createArrayOf("uuid", by.toArray())));
  }

  /**
   * Those that wait for a review, the oldest first.
   *
   * @param countries of the askers; null for all
   * @param without authorities of the reader's own, whose introductions she does not review
   */
  List<Introduction> listQueue(
      @Nullable Collection<String> countries, Collection<UUID> without, PageRequest page) {
    return list(QUEUE + "order by asked_at, id", s -> queue(s, countries, without), page);
  }

  long countQueue(@Nullable Collection<String> countries, Collection<UUID> without) {
    return count(QUEUE, s -> queue(s, countries, without));
  }

  private static void queue(
      PreparedStatement s, @Nullable Collection<String> countries, Collection<UUID> without)
      throws SQLException {
    Array own = s.getConnection().createArrayOf("uuid", without.toArray());
    s.setBoolean(1, countries == null);
    s.setArray(2, texts(s, countries == null ? List.of() : countries));
    s.setArray(3, own);
    s.setArray(4, own);
  }

  /** Everything that the person had a hand in, the oldest first. */
  List<Introduction> listAllBy(UUID person) {
    return jdbc.prepareStatement(
        COLUMNS
            + """
            where ? in (asked_by, review_by, answer_by, withdrawn_by)
               or id in (select introduction_id from introduction_side where answered_by = ?)
             order by asked_at, id
            """,
        s -> {
          s.setObject(1, person);
          s.setObject(2, person);
          return read(s);
        });
  }

  private long count(String where, Parameters parameters) {
    return Count.of(jdbc, "select count(*) from introduction where " + where, parameters);
  }

  private List<Introduction> list(String where, Parameters parameters, PageRequest page) {
    return jdbc.prepareStatement(
        COLUMNS + "where " + where + " offset " + page.offset() + " limit " + page.limit(),
        s -> {
          parameters.set(s);
          return read(s);
        });
  }

  private Optional<Introduction> one(String query, UUID id) {
    return jdbc
        .prepareStatement(
            query,
            s -> {
              s.setObject(1, id);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  private static List<Introduction> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Introduction> found = new ArrayList<>();
      while (rows.next()) {
        found.add(introduction(rows));
      }
      return found;
    }
  }

  private static Introduction introduction(ResultSet row) throws SQLException {
    return new Introduction(
        row.getObject("id", UUID.class),
        row.getObject("from_authority", UUID.class),
        row.getObject("to_authority", UUID.class),
        row.getString("country"),
        IntroductionStatus.valueOf(row.getString("status")),
        row.getString("text"),
        List.of((String[]) row.getArray("cooperation_types").getArray()),
        List.of((String[]) row.getArray("themes").getArray()),
        new Step(row.getObject("asked_by", UUID.class), instant(row, "asked_at")),
        row.getBoolean("reviewed"),
        Stream.of((String[]) row.getArray("review_reasons").getArray())
            .map(ReviewCause::valueOf)
            .toList(),
        step(row, "review", true),
        optionalInstant(row, "sent_at"),
        optionalInstant(row, "answer_until"),
        step(row, "answer", true),
        step(row, "withdrawn", false),
        optionalInstant(row, "closed_at"),
        row.getObject("conversation_id", UUID.class),
        row.getObject("proposed_by", UUID.class));
  }

  private static @Nullable Step step(ResultSet row, String name, boolean reasoned)
      throws SQLException {
    UUID by = row.getObject(name + "_by", UUID.class);
    if (by == null) {
      return null;
    }
    return new Step(
        by,
        instant(row, name + "_at"),
        reasoned ? row.getString(name + "_reason") : null,
        reasoned ? row.getString(name + "_text") : null);
  }

  private static void setStep(PreparedStatement s, int from, @Nullable Step step)
      throws SQLException {
    s.setObject(from, step == null ? null : step.by());
    s.setObject(from + 1, step == null ? null : at(step.at()));
  }

  private static void setReason(PreparedStatement s, int from, @Nullable Step step)
      throws SQLException {
    s.setString(from, step == null ? null : step.reason());
    s.setString(from + 1, step == null ? null : step.text());
  }

  private static Array names(PreparedStatement s, Collection<IntroductionStatus> statuses)
      throws SQLException {
    return texts(s, statuses.stream().map(Enum::name).toList());
  }

  private static Array texts(PreparedStatement s, Collection<String> texts) throws SQLException {
    return s.getConnection().createArrayOf("text", texts.toArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant optionalInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
