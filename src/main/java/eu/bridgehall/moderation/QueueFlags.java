package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import eu.bridgehall.profiles.WaitingProfiles;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What automatic signals have found where nothing else waits: in profiles that are shown, in
 * messages, in accounts. An association is shown what is in profiles of its countries; messages and
 * accounts are the secretariat's.
 */
@Singleton
class QueueFlags implements QueueSource {
  private static final String ACCOUNT = "(case when f.kind = 'ACCOUNT' then f.subject end)";

  private static final String WAITING =
      """
        from content_flag f join organisation o on o.id = f.authority_id
       where f.closed_at is null and f.waits and f.kind = any(?)
         and (?::text[] is null or o.country_code = any(?::text[]))
         and (?::uuid[] is null or f.id = any(?::uuid[])) and f.id <> all(?) and
      """
          + Impartiality.of("f.authority_id", ACCOUNT, "f.conversation_id", ACCOUNT);

  private final JdbcOperations jdbc;
  private final WaitingProfiles profiles;

  QueueFlags(JdbcOperations jdbc, WaitingProfiles profiles) {
    this.jdbc = jdbc;
    this.profiles = profiles;
  }

  @Override
  public Set<WaitingKind> kinds() {
    return EnumSet.of(WaitingKind.FLAG, WaitingKind.SIGN_UP);
  }

  @Override
  public boolean isFor(Actor actor, WaitingKind kind) {
    return kind == WaitingKind.FLAG || actor.isSecretariat();
  }

  @Override
  public boolean hasSignals(WaitingKind kind) {
    return true;
  }

  @Override
  @Transactional
  public List<WaitingItem> list(Actor actor, WaitingKind kind, WaitingQuery query) {
    return jdbc.prepareStatement(
        "select f.id, o.country_code, f.found_at, o.name, f.signals"
            + WAITING
            + " order by f.found_at, f.id limit ?",
        s -> {
          s.setInt(bind(s, actor, kind, query), query.limit());
          try (ResultSet rows = s.executeQuery()) {
            List<WaitingItem> found = new ArrayList<>();
            while (rows.next()) {
              found.add(
                  new WaitingItem(
                      rows.getObject(1, UUID.class),
                      rows.getString(2),
                      rows.getObject(3, OffsetDateTime.class).toInstant(),
                      List.of(rows.getString(4)),
                      Stream.of((String[]) rows.getArray(5).getArray())
                          .map(signal -> Signal.valueOf(signal).id())
                          .toList(),
                      false,
                      1));
            }
            return found;
          }
        });
  }

  @Override
  @Transactional
  public long count(Actor actor, WaitingKind kind, WaitingQuery query) {
    return Count.of(jdbc, "select count(*)" + WAITING, s -> bind(s, actor, kind, query));
  }

  private static Set<SignalSubject> subjects(Actor actor, WaitingKind kind) {
    if (kind == WaitingKind.SIGN_UP) {
      return EnumSet.of(SignalSubject.ACCOUNT);
    }
    return actor.isSecretariat()
        ? EnumSet.of(SignalSubject.PROFILE, SignalSubject.MESSAGE)
        : EnumSet.of(SignalSubject.PROFILE);
  }

  private int bind(PreparedStatement s, Actor actor, WaitingKind kind, WaitingQuery query)
      throws SQLException {
    Collection<String> countries = profiles.countries(actor, query.country());
    Collection<UUID> only = query.only();
    s.setArray(
        1,
        s.getConnection()
            .createArrayOf("text", subjects(actor, kind).stream().map(Enum::name).toArray()));
    for (int i = 2; i <= 3; i++) {
      s.setArray(
          i,
          countries == null ? null : s.getConnection().createArrayOf("text", countries.toArray()));
    }
    for (int i = 4; i <= 5; i++) {
      s.setArray(i, only == null ? null : s.getConnection().createArrayOf("uuid", only.toArray()));
    }
    s.setArray(6, s.getConnection().createArrayOf("uuid", query.without().toArray()));
    return Impartiality.bind(s, 7, actor);
  }
}
