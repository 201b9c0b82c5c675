package eu.bridgehall.ties;

import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much is asked of an authority and how it answers; written in the caller's transaction. */
@Singleton
public class Loads {
  private final JdbcOperations jdbc;
  private final Outbox outbox;
  private final Clock clock;
  private final TieSettings settings;

  Loads(JdbcOperations jdbc, Outbox outbox, Clock clock, TieSettings settings) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * A request has reached an authority; said twice, it counts once.
   *
   * @param request id of the introduction, which may have reached two
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void received(UUID request, UUID receiver) {
    int added =
        jdbc.prepareStatement(
            """
            insert into authority_request (id, receiver, received) values (?, ?, ?)
            on conflict do nothing
            """,
            s -> {
              s.setObject(1, request);
              s.setObject(2, receiver);
              s.setObject(3, now());
              return s.executeUpdate();
            });
    if (added == 1) {
      outbox.publish(new LoadChanged(receiver));
    }
  }

  /** The authority has answered the request, either way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answered(UUID request, UUID receiver) {
    close(request, receiver, "answered = greatest(received, ?)");
  }

  /** Nobody has answered the request in time: it waits no more and counts as not answered. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void expired(UUID request) {
    close(request, null, "expired = greatest(received, ?)");
  }

  /** The request needs no answer any more: withdrawn. It no longer counts at all. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdrawn(UUID request) {
    close(request, null, "closed = greatest(received, ?)");
  }

  /** How many more partners the authority accepts; null where it does not say. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stateCapacity(UUID authority, @Nullable Integer partners) {
    boolean changed =
        partners == null
            ? jdbc.prepareStatement(
                "delete from authority_capacity where authority = ?",
                s -> {
                  s.setObject(1, authority);
                  return s.executeUpdate() > 0;
                })
            : jdbc.prepareStatement(
                """
                insert into authority_capacity (authority, partners) values (?, ?)
                on conflict (authority) do update set partners = excluded.partners
                 where authority_capacity.partners <> excluded.partners
                """,
                s -> {
                  s.setObject(1, authority);
                  s.setInt(2, partners);
                  return s.executeUpdate() > 0;
                });
    if (changed) {
      outbox.publish(new LoadChanged(authority));
    }
  }

  /** How the authority has answered requests in the longer run. */
  @Transactional
  public AnswerRecord answersOf(UUID authority) {
    OffsetDateTime now = now();
    return jdbc.prepareStatement(
        """
        select count(*) filter
                 (where answered is not null or expired is not null or received < ?),
               count(answered),
               ceil(percentile_cont(0.5) within group
                 (order by extract(epoch from answered - received)) / 86400)
          from authority_request
         where receiver = ? and received >= ? and closed is null
        """,
        s -> {
          s.setObject(1, now.minus(settings.answerTime()));
          s.setObject(2, authority);
          s.setObject(3, now.minus(settings.answersWindow()));
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            int due = rows.getInt(1);
            int answered = rows.getInt(2);
            int days = Math.max(1, (int) rows.getDouble(3));
            return due < settings.answersToldFrom()
                ? new AnswerRecord(true, null, null, null)
                : new AnswerRecord(false, due, answered, answered == 0 ? null : days);
          }
        });
  }

  /** The load of one authority. */
  @Transactional
  public AuthorityLoad of(UUID authority) {
    AuthorityLoad load = of(List.of(authority)).get(authority);
    return load == null ? new AuthorityLoad(authority, 0, 0, 0, 0, 0, null) : load;
  }

  /** The load of each; every id asked for is a key. */
  @Transactional
  public Map<UUID, AuthorityLoad> of(Collection<UUID> authorities) {
    OffsetDateTime now = now();
    return jdbc.prepareStatement(
        """
        select a.id,
               count(r.id),
               count(r.id) filter (where r.answered is null and r.expired is null),
               count(r.id) filter (where r.answered is not null),
               count(r.id) filter
                 (where r.answered is not null or r.expired is not null or r.received < ?),
               greatest(count(r.id), coalesce(e.requests, 0)),
               c.partners
          from unnest(?) a (id)
          left join authority_request r
            on r.receiver = a.id and r.received >= ? and r.closed is null
          left join authority_capacity c on c.authority = a.id
          left join authority_expected e on e.authority = a.id
         group by a.id, c.partners, e.requests
        """,
        s -> {
          s.setObject(1, now.minus(settings.answerTime()));
          s.setArray(2, s.getConnection().createArrayOf("uuid", authorities.toArray()));
          s.setObject(3, now.minus(settings.loadWindow()), Types.TIMESTAMP_WITH_TIMEZONE);
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, AuthorityLoad> loads = new HashMap<>();
            while (rows.next()) {
              UUID id = rows.getObject(1, UUID.class);
              loads.put(
                  id,
                  new AuthorityLoad(
                      id,
                      rows.getInt(2),
                      rows.getInt(3),
                      rows.getInt(4),
                      rows.getInt(5),
                      rows.getDouble(6),
                      rows.getObject(7, Integer.class)));
            }
            return loads;
          }
        });
  }

  /**
   * Changes what is open of a request.
   *
   * @param receiver whose; null for that of everybody who has received it
   */
  private void close(UUID request, @Nullable UUID receiver, String change) {
    List<UUID> changed =
        jdbc.prepareStatement(
            "update authority_request set "
                + change
                + """
                 where id = ? and receiver = coalesce(?, receiver)
                   and answered is null and closed is null and expired is null
                returning receiver
                """,
            s -> {
              s.setObject(1, now());
              s.setObject(2, request);
              s.setObject(3, receiver, Types.OTHER);
              try (ResultSet rows = s.executeQuery()) {
                List<UUID> receivers = new ArrayList<>();
                while (rows.next()) {
                  receivers.add(rows.getObject(1, UUID.class));
                }
                return receivers;
              }
            });
    changed.forEach(authority -> outbox.publish(new LoadChanged(authority)));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
