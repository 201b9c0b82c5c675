package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.partnerships.model.ReviewCause;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingQuery;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The introductions that wait to be let through, by whom the rules of the review name: of the
 * countries of the reader's associations, of all for the secretariat, and none that touches an
 * authority of her own.
 */
@Singleton
public class WaitingReviews {
  /** What was found in the text, and not who asks. */
  private static final Set<ReviewCause> SIGNALS =
      EnumSet.of(
          ReviewCause.LINK,
          ReviewCause.EMAIL,
          ReviewCause.PHONE,
          ReviewCause.SAME_TEXT,
          ReviewCause.WORD);

  private static final String WAITING =
      """
        from introduction
       where status = 'PENDING_REVIEW' and (? or country = any(?))
         and (?::text is null or country = ?::text)
         and not (from_authority = any(?) or to_authority = any(?))
         and (?::uuid[] is null or id = any(?::uuid[])) and id <> all(?)
         and (not ? or review_reasons && ?)
      """;

  private final JdbcOperations jdbc;
  private final Organisations organisations;

  WaitingReviews(JdbcOperations jdbc, Organisations organisations) {
    this.jdbc = jdbc;
    this.organisations = organisations;
  }

  /** Those that wait, the longest-waiting first. */
  @Transactional
  public List<WaitingItem> list(Actor actor, WaitingQuery query) {
    List<Row> rows =
        jdbc.prepareStatement(
            "select id, country, asked_at, from_authority, to_authority, review_reasons"
                + WAITING
                + " order by asked_at, id limit ?",
            s -> {
              bind(s, actor, query);
              s.setInt(12, query.limit());
              return read(s);
            });
    Map<UUID, Organisation> sides =
        organisations.findAll(
            rows.stream().flatMap(r -> Stream.of(r.from(), r.to())).distinct().toList());
    return rows.stream().map(r -> item(r, sides)).toList();
  }

  /** How many there are of them. */
  @Transactional
  public long count(Actor actor, WaitingQuery query) {
    return Count.of(jdbc, "select count(*)" + WAITING, s -> bind(s, actor, query));
  }

  private static WaitingItem item(Row row, Map<UUID, Organisation> sides) {
    return new WaitingItem(
        row.id(),
        row.country(),
        row.since(),
        Stream.of(row.from(), row.to())
            .map(sides::get)
            .map(o -> o == null ? "" : o.name())
            .toList(),
        row.causes().stream().filter(SIGNALS::contains).map(Coded::id).toList(),
        false,
        1);
  }

  private static void bind(PreparedStatement s, Actor actor, WaitingQuery query)
      throws SQLException {
    Object[] own = actor.authorities().keySet().toArray();
    Collection<UUID> only = query.only();
    s.setBoolean(1, actor.isSecretariat());
    s.setArray(2, s.getConnection().createArrayOf("text", actor.associations().values().toArray()));
    s.setString(3, query.country());
    s.setString(4, query.country());
    s.setArray(5, s.getConnection().createArrayOf("uuid", own));
    s.setArray(6, s.getConnection().createArrayOf("uuid", own));
    for (int i = 7; i <= 8; i++) {
      s.setArray(i, only == null ? null : s.getConnection().createArrayOf("uuid", only.toArray()));
    }
    s.setArray(9, s.getConnection().createArrayOf("uuid", query.without().toArray()));
    s.setBoolean(10, query.flagged());
    s.setArray(
        11, s.getConnection().createArrayOf("text", SIGNALS.stream().map(Enum::name).toArray()));
  }

  private static List<Row> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Row> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new Row(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getObject(3, OffsetDateTime.class).toInstant(),
                rows.getObject(4, UUID.class),
                rows.getObject(5, UUID.class),
                Stream.of((String[]) rows.getArray(6).getArray())
                    .map(ReviewCause::valueOf)
                    .toList()));
      }
      return found;
    }
  }

  private record Row(
      UUID id, String country, Instant since, UUID from, UUID to, List<ReviewCause> causes) {}
}
