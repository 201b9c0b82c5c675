package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one definition of who is impartial, for queries and for a single thing: nobody who acts for
 * the authority that it is about or for a side of the conversation in which it stands, also one
 * that has left, and not who has written it. The secretariat itself, as a side, counts for nobody.
 */
@Singleton
class Impartiality {
  private static final String ONE =
      "select %s from (select ?::uuid authority, ?::uuid person, ?::uuid conversation) it"
          .formatted(of("it.authority", "it.person", "it.conversation"));

  private final JdbcOperations jdbc;

  Impartiality(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A condition of a query; its parameters are bound by {@link #bind}. Each column is named with
   * its table, for others have such a column too.
   *
   * @param authority the column of whose it is
   * @param person the column of who has written it
   * @param conversation the column of where it stands
   */
  static String of(String authority, String person, String conversation) {
    return """
    ((%1$s is null or %1$s <> all(?)) and %2$s is distinct from ?::uuid
      and not exists (select 1 from conversation_side s
                       where s.conversation_id = %3$s and s.organisation_id = any(?)))
    """
        .formatted(authority, person, conversation);
  }

  /** Binds the parameters of one condition, from this number on; the number after them. */
  static int bind(PreparedStatement s, int from, Actor actor) throws SQLException {
    Collection<UUID> own =
        Stream.concat(actor.authorities().keySet().stream(), actor.associations().keySet().stream())
            .toList();
    s.setArray(from, s.getConnection().createArrayOf("uuid", own.toArray()));
    s.setObject(from + 1, actor.person());
    s.setArray(from + 2, s.getConnection().createArrayOf("uuid", own.toArray()));
    return from + 3;
  }

  /** Whether the actor is impartial about this. */
  boolean isGiven(
      Actor actor, @Nullable UUID authority, @Nullable UUID person, @Nullable UUID conversation) {
    return jdbc.prepareStatement(
        ONE,
        s -> {
          int next = bind(s, 1, actor);
          s.setObject(next, authority);
          s.setObject(next + 1, person);
          s.setObject(next + 2, conversation);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
          }
        });
  }
}
