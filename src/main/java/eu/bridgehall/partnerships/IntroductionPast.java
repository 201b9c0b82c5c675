package eu.bridgehall.partnerships;

import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.Parameters;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

/** What an authority has asked for before, as the rules of the review want to know it. */
@Singleton
class IntroductionPast {
  private static final Duration SAME_TEXT_WITHIN = Duration.ofDays(30);

  /** With so many before it, the next with the same text is one of many. */
  private static final int SAME_TEXT_BEFORE = 2;

  private final JdbcOperations jdbc;
  private final Clock clock;

  IntroductionPast(JdbcOperations jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether nothing that the authority, or the person, has asked for has reached anybody. */
  boolean isFirst(UUID person, UUID authority) {
    return count("from_authority = ? and sent_at is not null", s -> s.setObject(1, authority)) == 0
        || count("asked_by = ? and sent_at is not null", s -> s.setObject(1, person)) == 0;
  }

  /** Whether one between the two was not let through, and none has been since. */
  boolean isRejected(UUID from, UUID to) {
    return count(
            """
            from_authority = ? and to_authority = ? and status = 'REJECTED'
              and not exists (
                select 1 from introduction later
                 where later.from_authority = introduction.from_authority
                   and later.to_authority = introduction.to_authority
                   and later.proposed_by is null and later.sent_at > introduction.review_at)
            """,
            s -> {
              s.setObject(1, from);
              s.setObject(2, to);
            })
        > 0;
  }

  /** How many that the authority has asked for wait for somebody. */
  long countOpen(UUID authority) {
    return count(
        "from_authority = ? and status in ('PENDING_REVIEW', 'SENT')",
        s -> s.setObject(1, authority));
  }

  /** Whether the authority has asked for several with this text of late. */
  boolean hasSentOften(UUID authority, String text) {
    return count(
            """
            from_authority = ? and asked_at > ?
              and lower(regexp_replace(text, '\\s+', ' ', 'g'))
                = lower(regexp_replace(?, '\\s+', ' ', 'g'))
            """,
            s -> {
              s.setObject(1, authority);
              s.setObject(2, clock.instant().minus(SAME_TEXT_WITHIN).atOffset(ZoneOffset.UTC));
              s.setString(3, text);
            })
        >= SAME_TEXT_BEFORE;
  }

  private long count(String where, Parameters parameters) {
    return Count.of(
        jdbc,
        "select count(*) from introduction where proposed_by is null and " + where,
        parameters);
  }
}
