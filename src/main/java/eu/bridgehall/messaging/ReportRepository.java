package eu.bridgehall.messaging;

import eu.bridgehall.platform.Count;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class ReportRepository {
  private final JdbcOperations jdbc;

  ReportRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The row. */
  record Row(
      UUID id,
      String kind,
      UUID subject,
      UUID conversation,
      @Nullable String excerpt,
      List<String> earlier,
      List<String> files,
      ReportReason reason,
      @Nullable String text,
      UUID reporter,
      UUID reportedFor,
      Instant at) {}

  /** Whether it was added; false where the reporter has reported the same before. */
  boolean add(Row r) {
    return jdbc.prepareStatement(
        """
        insert into report (id, kind, subject, conversation_id, excerpt, reason, text, reporter_id,
                            reported_for, at, earlier, files)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (subject, reporter_id) do nothing
        """,
        s -> {
          s.setObject(1, r.id());
          s.setString(2, r.kind());
          s.setObject(3, r.subject());
          s.setObject(4, r.conversation());
          s.setString(5, r.excerpt());
          s.setString(6, r.reason().name());
          s.setString(7, r.text());
          s.setObject(8, r.reporter());
          s.setObject(9, r.reportedFor());
          s.setObject(10, r.at().atOffset(ZoneOffset.UTC));
          s.setArray(11, s.getConnection().createArrayOf("text", r.earlier().toArray()));
          s.setArray(12, s.getConnection().createArrayOf("text", r.files().toArray()));
          return s.executeUpdate() == 1;
        });
  }

  List<Row> list(int offset, int limit) {
    return jdbc.prepareStatement(
        "select * from report order by at desc, id desc offset ? limit ?",
        s -> {
          s.setInt(1, offset);
          s.setInt(2, limit);
          return read(s);
        });
  }

  private static List<Row> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Row> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new Row(
                rows.getObject("id", UUID.class),
                rows.getString("kind"),
                rows.getObject("subject", UUID.class),
                rows.getObject("conversation_id", UUID.class),
                rows.getString("excerpt"),
                List.of((String[]) rows.getArray("earlier").getArray()),
                List.of((String[]) rows.getArray("files").getArray()),
                ReportReason.valueOf(rows.getString("reason")),
                rows.getString("text"),
                rows.getObject("reporter_id", UUID.class),
                rows.getObject("reported_for", UUID.class),
                rows.getObject("at", OffsetDateTime.class).toInstant()));
      }
      return found;
    }
  }

  /** Everything that the person has reported, the first first. */
  List<Row> listOf(UUID reporter) {
    return jdbc.prepareStatement(
        "select * from report where reporter_id = ? order by at, id",
        s -> {
          s.setObject(1, reporter);
          return read(s);
        });
  }

  long count() {
    return Count.of(jdbc, "select count(*) from report");
  }
}
