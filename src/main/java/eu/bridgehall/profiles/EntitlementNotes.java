package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.NoteKind;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The notes on who is entitled to act for an authority. */
@Singleton
class EntitlementNotes {
  private final JdbcOperations jdbc;

  EntitlementNotes(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID profile, Entitlement.Note note, NoteKind kind) {
    jdbc.prepareStatement(
        "insert into entitlement_note (id, profile, person_id, at, kind, text) values"
            + " (?,?,?,?,?,?)",
        s -> {
          s.setObject(1, note.id());
          s.setObject(2, profile);
          s.setObject(3, note.personId());
          s.setObject(4, note.at().atOffset(ZoneOffset.UTC));
          s.setString(5, kind.name());
          s.setString(6, note.text());
          return s.executeUpdate();
        });
  }

  List<Entitlement.Note> list(UUID profile) {
    return jdbc.prepareStatement(
        "select id, person_id, at, kind, text from entitlement_note where profile = ? order by at,"
            + " id",
        s -> {
          s.setObject(1, profile);
          try (ResultSet rows = s.executeQuery()) {
            List<Entitlement.Note> notes = new ArrayList<>();
            while (rows.next()) {
              notes.add(
                  new Entitlement.Note(
                      rows.getObject(1, UUID.class),
                      rows.getObject(2, UUID.class),
                      Objects.requireNonNull(ProfileRows.instant(rows, "at")),
                      NoteKind.valueOf(rows.getString(4)).id(),
                      rows.getString(5)));
            }
            return notes;
          }
        });
  }
}
