package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many introductions of an authority wait for an answer, and whose. */
@Singleton
public class WaitingIntroductions {
  private final JdbcOperations jdbc;

  WaitingIntroductions(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Who has to do what next. */
  public enum For {
    /** The authority answers what it was asked, or what was proposed to it. */
    OWN_ANSWER,
    /** Another one answers what the authority has asked. */
    THEIR_ANSWER,
    /** The authority has accepted a proposal, and the other side has not answered yet. */
    OTHER_SIDE,
    /** A reviewer decides whether the authority's request is sent. */
    REVIEW
  }

  /**
   * Those that wait for the same.
   *
   * @param since when the first of them was sent, or asked for where it is not sent yet
   * @param until when the first of them ends without an answer; null while none is sent
   */
  public record Waiting(long count, Instant since, @Nullable Instant until) {}

  /**
   * What is open; what nothing waits for is left out.
   *
   * @throws DomainException.NotFound where the actor is no member of the authority
   */
  @Transactional
  public Map<For, Waiting> of(Actor actor, UUID authority) {
    if (!actor.isMember(authority, MemberRole.VIEWER)) {
      throw new DomainException.NotFound("organisations.notFound");
    }
    return jdbc.prepareStatement(
        """
        select w.waits_for, count(*), min(coalesce(w.sent_at, w.asked_at)), min(w.answer_until)
          from (select i.sent_at, i.asked_at, i.answer_until,
                       case when i.status = 'PENDING_REVIEW' then 'REVIEW'
                            when i.from_authority = ? and i.proposed_by is null then 'THEIR_ANSWER'
                            when a.accepted is null then 'OWN_ANSWER'
                            when a.accepted then 'OTHER_SIDE' end waits_for
                  from introduction i
                  left join introduction_side a
                    on a.introduction_id = i.id and a.authority_id = ?
                 where i.status in ('PENDING_REVIEW', 'SENT')
                   and (i.from_authority = ? or i.to_authority = ? and i.sent_at is not null)) w
         where w.waits_for is not null
         group by w.waits_for
        """,
        s -> {
          for (int i = 1; i <= 4; i++) {
            s.setObject(i, authority);
          }
          try (ResultSet rows = s.executeQuery()) {
            Map<For, Waiting> found = new EnumMap<>(For.class);
            while (rows.next()) {
              found.put(For.valueOf(rows.getString(1)), waiting(rows));
            }
            return found;
          }
        });
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    OffsetDateTime until = row.getObject(4, OffsetDateTime.class);
    return new Waiting(
        row.getLong(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        until == null ? null : until.toInstant());
  }
}
