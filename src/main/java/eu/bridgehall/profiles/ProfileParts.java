package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.ThemeLine;
import eu.bridgehall.profiles.model.Twinning;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The rows that hang on a profile: themes, texts, twinnings and the contact. */
@Singleton
class ProfileParts {
  private final JdbcOperations jdbc;

  ProfileParts(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** What hangs on one profile; filled while it is read. */
  record Parts(
      List<ThemeLine> needs,
      List<ThemeLine> offers,
      List<ThemeLine> interests,
      List<ProfileText> texts,
      List<Twinning> twinnings) {
    Parts() {
      this(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    List<ThemeLine> themes(String kind) {
      return switch (kind) {
        case "NEED" -> needs;
        case "OFFER" -> offers;
        default -> interests;
      };
    }
  }

  /** The parts of each; one without any has no entry. */
  Map<UUID, Parts> list(Collection<UUID> profiles) {
    Map<UUID, Parts> found = new HashMap<>();
    each(
        "select profile, kind, theme, note from profile_theme where profile = any(?) order by"
            + " number",
        profiles,
        r ->
            of(found, r).themes(r.getString(2)).add(new ThemeLine(r.getString(3), r.getString(4))));
    each(
        "select profile, kind, language, text from profile_text where profile = any(?) order by"
            + " number",
        profiles,
        r ->
            of(found, r)
                .texts()
                .add(
                    new ProfileText(
                        r.getString(2).toLowerCase(Locale.ROOT), r.getString(3), r.getString(4))));
    each(
        """
        select profile, place_id, name, since from profile_twinning
         where profile = any(?) order by number
        """,
        profiles,
        r ->
            of(found, r)
                .twinnings()
                .add(
                    new Twinning(
                        r.getObject(2, Long.class),
                        r.getString(3),
                        r.getObject(4, Integer.class))));
    return found;
  }

  /** The contacts; read only for those who get the whole profile. */
  Map<UUID, Contact> listContacts(Collection<UUID> profiles) {
    Map<UUID, Contact> found = new HashMap<>();
    each(
        "select profile, mailbox, name, phone from profile_contact where profile = any(?)",
        profiles,
        r ->
            found.put(
                r.getObject(1, UUID.class),
                new Contact(r.getString(2), r.getString(3), r.getString(4))));
    return found;
  }

  /** Puts these parts in the place of all that were there. */
  void replace(UUID profile, ProfileContent content) {
    for (String table :
        List.of("profile_theme", "profile_text", "profile_twinning", "profile_contact")) {
      jdbc.prepareStatement(
          "delete from " + table + " where profile = ?",
          s -> {
            s.setObject(1, profile);
            return s.executeUpdate();
          });
    }
    insertThemes(profile, "NEED", content.needs());
    insertThemes(profile, "OFFER", content.offers());
    insertThemes(profile, "INTEREST", content.interests());
    insert(
        "insert into profile_text (profile, number, kind, language, text) values (?, ?, ?, ?, ?)",
        profile,
        content.texts(),
        (s, t) -> {
          s.setString(3, t.kind() == null ? null : t.kind().toUpperCase(Locale.ROOT));
          s.setString(4, t.language());
          s.setString(5, t.text());
        });
    insert(
        "insert into profile_twinning (profile, number, place_id, name, since) values (?, ?, ?, ?,"
            + " ?)",
        profile,
        content.twinnings(),
        (s, t) -> {
          s.setObject(3, t.placeId());
          s.setString(4, t.name());
          s.setObject(5, t.since());
        });
    if (!content.contact().equals(Contact.NONE)) {
      insert(
          """
          insert into profile_contact (profile, mailbox, name, phone)
          select v.profile, v.mailbox, v.name, v.phone
            from (values (?::uuid, ?::int, ?::text, ?::text, ?::text))
                 v (profile, number, mailbox, name, phone)
          """,
          profile,
          List.of(content.contact()),
          (s, c) -> {
            s.setString(3, c.mailbox());
            s.setString(4, c.name());
            s.setString(5, c.phone());
          });
    }
  }

  private void insertThemes(UUID profile, String kind, List<ThemeLine> lines) {
    insert(
        "insert into profile_theme (profile, number, kind, theme, note) values (?, ?, ?, ?, ?)",
        profile,
        lines,
        (s, line) -> {
          s.setString(3, kind);
          s.setString(4, line.theme());
          s.setString(5, line.note());
        });
  }

  private <T> void insert(String sql, UUID profile, List<T> lines, Setter<T> setter) {
    if (lines.isEmpty()) {
      return;
    }
    jdbc.prepareStatement(
        sql,
        s -> {
          for (int i = 0; i < lines.size(); i++) {
            s.setObject(1, profile);
            s.setInt(2, i);
            setter.set(s, lines.get(i));
            s.addBatch();
          }
          return s.executeBatch();
        });
  }

  private void each(String sql, Collection<UUID> profiles, Reader reader) {
    if (profiles.isEmpty()) {
      return;
    }
    jdbc.prepareStatement(
        sql,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", profiles.toArray()));
          int count = 0;
          try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
              reader.read(rows);
              count++;
            }
          }
          return count;
        });
  }

  private static Parts of(Map<UUID, Parts> found, ResultSet row) throws SQLException {
    return found.computeIfAbsent(row.getObject(1, UUID.class), id -> new Parts());
  }

  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private interface Setter<T> {
    void set(PreparedStatement statement, T line) throws SQLException;
  }
}
