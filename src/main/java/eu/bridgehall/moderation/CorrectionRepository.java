package eu.bridgehall.moderation;

import eu.bridgehall.moderation.Correction.Answered;
import eu.bridgehall.moderation.model.CorrectionOutcome;
import eu.bridgehall.platform.Parameters;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class CorrectionRepository {
  private final JdbcOperations jdbc;

  CorrectionRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  void add(Correction c) {
    jdbc.prepareStatement(
        """
        insert into moderation_correction (id, decision_id, content, note, by, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        s -> {
          s.setObject(1, c.id());
          s.setObject(2, c.decision());
          s.setString(3, c.content());
          s.setString(4, c.note());
          s.setObject(5, c.by());
          s.setObject(6, c.at().atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
  }

  /** Keeps what came of it. */
  void answer(UUID id, Answered answered) {
    jdbc.prepareStatement(
        """
        update moderation_correction
           set decided_by = ?, decided_at = ?, outcome = ?, answer = ?
         where id = ?
        """,
        s -> {
          s.setObject(1, answered.by());
          s.setObject(2, answered.at().atOffset(ZoneOffset.UTC));
          s.setString(3, answered.outcome().name());
          s.setString(4, answered.answer());
          s.setObject(5, id);
          return s.executeUpdate();
        });
  }

  /** The last one for a decision. */
  Optional<Correction> findLast(UUID decision) {
    return Optional.ofNullable(listLast(List.of(decision)).get(decision));
  }

  /** The last one for each of these decisions, by the decision. */
  Map<UUID, Correction> listLast(Collection<UUID> decisions) {
    return list(
            """
            select distinct on (decision_id) * from moderation_correction
             where decision_id = any(?) order by decision_id, at desc, id desc
            """,
            s -> s.setArray(1, s.getConnection().createArrayOf("uuid", decisions.toArray())))
        .stream()
        .collect(Collectors.toMap(Correction::decision, c -> c));
  }

  /** Those that somebody has made, the first first. */
  List<Correction> listOf(UUID person) {
    return list(
        "select * from moderation_correction where by = ? order by at, id",
        s -> s.setObject(1, person));
  }

  /** Those that somebody has answered, the first first. */
  List<Correction> listAnsweredBy(UUID moderator) {
    return list(
        "select * from moderation_correction where decided_by = ? order by decided_at, id",
        s -> s.setObject(1, moderator));
  }

  private List<Correction> list(String query, Parameters parameters) {
    return jdbc.prepareStatement(
        query,
        s -> {
          parameters.set(s);
          try (ResultSet rows = s.executeQuery()) {
            List<Correction> found = new ArrayList<>();
            while (rows.next()) {
              found.add(read(rows));
            }
            return found;
          }
        });
  }

  private static Correction read(ResultSet r) throws SQLException {
    OffsetDateTime answeredAt = r.getObject("decided_at", OffsetDateTime.class);
    return new Correction(
        r.getObject("id", UUID.class),
        r.getObject("decision_id", UUID.class),
        r.getString("content"),
        r.getString("note"),
        r.getObject("by", UUID.class),
        r.getObject("at", OffsetDateTime.class).toInstant(),
        answeredAt == null
            ? null
            : new Answered(
                r.getObject("decided_by", UUID.class),
                answeredAt.toInstant(),
                CorrectionOutcome.valueOf(r.getString("outcome")),
                r.getString("answer")));
  }
}
