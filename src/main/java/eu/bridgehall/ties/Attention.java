package eu.bridgehall.ties;

import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is shown to whom among the first suggestions, and how many requests are to be expected of
 * that. What requests have come tells too late: by then everybody has been sent to the same few,
 * and then to the same others.
 */
@Singleton
public class Attention {
  /** How many of the first suggestions count. */
  public static final int PLACES = 10;

  /**
   * Of so many that were shown an authority in the first place one asks it, in the time that
   * requests are counted for; in the second place half as many, in the third a third. An
   * assumption, to be replaced when there is enough to count.
   */
  public static final double ASKS = 0.75;

  private static final int BATCH = 500;

  // waits for the next writing; what is lost in a crash is no more than a few looks
  private final Map<UUID, List<UUID>> looks = new ConcurrentHashMap<>();
  private final JdbcOperations jdbc;
  private final Outbox outbox;
  private final Clock clock;
  private final TieSettings settings;

  Attention(JdbcOperations jdbc, Outbox outbox, Clock clock, TieSettings settings) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.clock = clock;
    this.settings = settings;
  }

  /** An authority has been shown these, the best first; only what it was shown last counts. */
  public void shown(UUID asker, List<UUID> best) {
    looks.put(asker, List.copyOf(best.subList(0, Math.min(PLACES, best.size()))));
  }

  /** Writes down what was shown. */
  @Scheduled(fixedDelay = "10s", initialDelay = "10s")
  @Transactional
  void write() {
    for (UUID asker : List.copyOf(looks.keySet())) {
      List<UUID> best = looks.remove(asker);
      if (best != null && !best.isEmpty()) {
        write(asker, best);
      }
    }
  }

  private void write(UUID asker, List<UUID> best) {
    jdbc.prepareStatement(
        "delete from authority_shown where asker = ?",
        s -> {
          s.setObject(1, asker);
          return s.executeUpdate();
        });
    jdbc.prepareStatement(
        """
        insert into authority_shown (asker, shown, place, seen)
        select ?, shown, place, ? from unnest(?) with ordinality s (shown, place)
        on conflict do nothing
        """,
        s -> {
          s.setObject(1, asker);
          s.setObject(2, now(), Types.TIMESTAMP_WITH_TIMEZONE);
          s.setArray(3, s.getConnection().createArrayOf("uuid", best.toArray()));
          return s.executeUpdate();
        });
  }

  /**
   * Works out the expected requests anew. Only where they have changed by more than a tenth the
   * index is told, of some at a time: the others follow the next time.
   */
  @Scheduled(
      fixedDelay = "${bridgehall.ties.expect-every:10m}",
      initialDelay = "${bridgehall.ties.expect-every:10m}")
  @Transactional
  void expect() {
    changed()
        .forEach(
            (authority, requests) -> {
              keep(authority, requests);
              outbox.publish(new LoadChanged(authority));
            });
  }

  private Map<UUID, Double> changed() {
    return jdbc.prepareStatement(
        """
        select coalesce(n.shown, e.authority), coalesce(n.requests, 0)
          from (select shown, sum(? / place) as requests from authority_shown
                 where seen >= ? group by shown) n
          full join authority_expected e on e.authority = n.shown
         where abs(coalesce(n.requests, 0) - coalesce(e.requests, 0)) > coalesce(e.requests, 0) / 10
         limit ?
        """,
        s -> {
          s.setDouble(1, ASKS);
          s.setObject(2, now().minus(settings.loadWindow()), Types.TIMESTAMP_WITH_TIMEZONE);
          s.setInt(3, BATCH);
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, Double> changed = new HashMap<>();
            while (rows.next()) {
              changed.put(rows.getObject(1, UUID.class), rows.getDouble(2));
            }
            return changed;
          }
        });
  }

  private void keep(UUID authority, double requests) {
    String sql =
        requests > 0
            ? """
            insert into authority_expected (authority, requests) values (?, ?)
            on conflict (authority) do update set requests = excluded.requests
            """
            : "delete from authority_expected where authority = ?";
    jdbc.prepareStatement(
        sql,
        s -> {
          s.setObject(1, authority);
          if (requests > 0) {
            s.setDouble(2, requests);
          }
          return s.executeUpdate();
        });
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
