package eu.bridgehall.partnerships;

import eu.bridgehall.platform.Parameters;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The introductions whose time has come. Those that somebody acts on at this moment are left out:
 * they are due the next time, or not at all any more.
 */
@Singleton
class IntroductionDue {
  private final JdbcOperations jdbc;

  IntroductionDue(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks some that nobody has answered by now. */
  List<UUID> lockExpired(Instant now, int limit) {
    return ids(
        """
        select id from introduction where status = 'SENT' and answer_until <= ?
         order by answer_until, id limit ? for update skip locked
        """,
        s -> {
          s.setObject(1, at(now));
          s.setInt(2, limit);
        });
  }

  /**
   * Locks some that the other side is to be reminded of: for the first time those that were sent
   * long enough ago, and shortly before the end those that were not reminded of there.
   */
  List<UUID> lockToRemind(Instant sentBefore, Instant endBefore, int limit) {
    return ids(
        """
        select id from introduction
         where status = 'SENT'
           and (reminders = 0 and sent_at <= ? or reminders < 2 and answer_until <= ?)
         order by answer_until, id limit ? for update skip locked
        """,
        s -> {
          s.setObject(1, at(sentBefore));
          s.setObject(2, at(endBefore));
          s.setInt(3, limit);
        });
  }

  /** Notes which reminder the other side has got: 1 for the first, 2 for the last. */
  void reminded(UUID id, int reminder) {
    jdbc.prepareStatement(
        "update introduction set reminders = ? where id = ?",
        s -> {
          s.setInt(1, reminder);
          s.setObject(2, id);
          return s.executeUpdate();
        });
  }

  /** Locks some whose reviewers have been told nothing since then. */
  List<UUID> lockToReview(Instant toldBefore, int limit) {
    return ids(
        """
        select id from introduction
         where status = 'PENDING_REVIEW' and coalesce(review_reminded_at, asked_at) <= ?
         order by asked_at, id limit ? for update skip locked
        """,
        s -> {
          s.setObject(1, at(toldBefore));
          s.setInt(2, limit);
        });
  }

  void reviewReminded(UUID id, Instant now) {
    jdbc.prepareStatement(
        "update introduction set review_reminded_at = ? where id = ?",
        s -> {
          s.setObject(1, at(now));
          s.setObject(2, id);
          return s.executeUpdate();
        });
  }

  private List<UUID> ids(String query, Parameters parameters) {
    return jdbc.prepareStatement(
        query,
        s -> {
          parameters.set(s);
          try (ResultSet rows = s.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
              ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
          }
        });
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
