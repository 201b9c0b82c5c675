package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one definition of who is impartial, for queries and for a single thing: nobody who acts for
 * the authority that it is about, for a side of the conversation in which it stands, also one that
 * has left, or for an authority together with the person whose account it is about; and not who has
 * written it, or whom it is about. The secretariat itself, as a side, counts for nobody.
 */
@Singleton
class Impartiality {
  private final JdbcOperations jdbc;

  Impartiality(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What somebody is or is not impartial about.
   *
   * @param authority whose it is; null for nobody's
   * @param person who has written it, or whom it is about; null for nobody
   * @param conversation where it stands; null for nowhere
   * @param account whose account it is about; null elsewhere
   */
  record Matter(
      @Nullable UUID authority,
      @Nullable UUID person,
      @Nullable UUID conversation,
      @Nullable UUID account) {}

  /**
   * A condition of a query; its parameters are bound by {@link #bind}. The columns are those of a
   * {@link Matter}, each named with its table, for others have such a column too.
   */
  static String of(String authority, String person, String conversation, String account) {
    return """
    ((%1$s is null or %1$s <> all(?)) and %2$s is distinct from ?::uuid
      and not exists (select 1 from conversation_side s
                       where s.conversation_id = %3$s and s.organisation_id = any(?))
      and not exists (select 1 from membership m
                       where m.person_id = %4$s and m.organisation_id = any(?)))
    """
        .formatted(authority, person, conversation, account);
  }

  /** The same of decisions that stand in a query under this name. */
  static String ofDecisions(String table) {
    return of(
        table + ".authority_id",
        table + ".person_id",
        table + ".conversation_id",
        "(case when %1$s.subject_kind = 'ACCOUNT' then %1$s.subject end)".formatted(table));
  }

  /** Binds the parameters of one condition, from this number on; the number after them. */
  static int bind(PreparedStatement s, int from, Actor actor) throws SQLException {
    Array own =
        s.getConnection()
            .createArrayOf(
                "uuid",
                Stream.concat(
                        actor.authorities().keySet().stream(),
                        actor.associations().keySet().stream())
                    .toArray());
    s.setArray(from, own);
    s.setObject(from + 1, actor.person());
    s.setArray(from + 2, own);
    s.setArray(from + 3, own);
    return from + 4;
  }

  /** Whether the actor is impartial about this. */
  boolean isGiven(Actor actor, Matter matter) {
    return jdbc.prepareStatement(
        "select "
            + of("it.authority", "it.person", "it.conversation", "it.account")
            + """
             from (select ?::uuid authority, ?::uuid person, ?::uuid conversation, ?::uuid account) it
            """,
        s -> {
          int next = bind(s, 1, actor);
          s.setObject(next, matter.authority());
          s.setObject(next + 1, matter.person());
          s.setObject(next + 2, matter.conversation());
          s.setObject(next + 3, matter.account());
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
          }
        });
  }
}
