package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often an authority may start an introduction: so many open ones at a time, fewer while it is
 * new, and not the same authority again soon after it has said no. What it answers is never
 * limited.
 */
@Singleton
class IntroductionLimits {
  private static final Duration WEEK = Duration.ofDays(7);

  private final JdbcOperations jdbc;
  private final ProfileDirectory profiles;
  private final IntroductionSettings settings;
  private final Clock clock;

  IntroductionLimits(
      JdbcOperations jdbc, ProfileDirectory profiles, IntroductionSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.profiles = profiles;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Whether the authority may start another introduction, and with this one.
   *
   * @throws DomainException.Conflict with the limit, and from when it is possible again
   */
  void check(UUID from, UUID to) {
    IntroductionAllowance now = allowance(from, to);
    Instant again = now.againFrom();
    if (again != null) {
      throw new DomainException.Conflict(
          "introductions.ask.again", Map.of("date", Date.from(again)));
    }
    if (now.left() > 0) {
      return;
    }
    Map<String, Object> arguments = new HashMap<>();
    Instant possible = now.possibleFrom();
    arguments.put("dated", possible == null ? "no" : "yes");
    arguments.put("date", Date.from(possible == null ? clock.instant() : possible));
    if (now.open() >= now.openLimit()) {
      arguments.put("limit", now.openLimit());
      throw new DomainException.Conflict(
          now.newUntil() == null ? "introductions.ask.limit" : "introductions.ask.limitNew",
          arguments);
    }
    arguments.put("limit", now.weekLimit() == null ? 0 : now.weekLimit());
    throw new DomainException.Conflict("introductions.ask.week", arguments);
  }

  /** What the authority can still ask for, and from when it can ask this one. */
  IntroductionAllowance allowance(UUID from, @Nullable UUID to) {
    Instant now = clock.instant();
    Started started = started(from, now.minus(WEEK));
    Instant newUntil = newUntil(from, now);
    Instant again = to == null ? null : againFrom(from, to, now);
    int openLimit =
        newUntil == null
            ? settings.openLimit()
            : Math.min(settings.openLimit(), settings.newOpenLimit());
    int byOpen = Math.max(0, openLimit - started.open());
    if (newUntil == null) {
      return new IntroductionAllowance(
          started.open(),
          openLimit,
          null,
          null,
          null,
          byOpen,
          byOpen > 0 ? null : started.firstEnd(),
          again);
    }
    int weekLimit = settings.newWeekLimit();
    int byWeek = Math.max(0, weekLimit - started.week());
    Instant possible =
        Stream.of(
                byOpen > 0 ? null : started.firstEnd(),
                byWeek > 0 ? null : weekPasses(from, weekLimit))
            .filter(i -> i != null)
            .max(Instant::compareTo)
            .orElse(null);
    return new IntroductionAllowance(
        started.open(),
        openLimit,
        started.week(),
        weekLimit,
        newUntil,
        Math.min(byOpen, byWeek),
        possible,
        again);
  }

  /**
   * What it has asked for.
   *
   * @param open how many wait for somebody
   * @param week how many since the moment given
   * @param firstEnd when the first of those that wait for an answer expires
   */
  private record Started(int open, int week, @Nullable Instant firstEnd) {}

  private Started started(UUID from, Instant since) {
    return jdbc.prepareStatement(
        """
        select count(*) filter (where status in ('PENDING_REVIEW', 'SENT')),
               count(*) filter (where asked_at > ?),
               min(answer_until) filter (where status = 'SENT')
          from introduction
         where from_authority = ? and proposed_by is null and (status in ('PENDING_REVIEW', 'SENT') or asked_at > ?)
        """,
        s -> {
          s.setObject(1, since.atOffset(ZoneOffset.UTC));
          s.setObject(2, from);
          s.setObject(3, since.atOffset(ZoneOffset.UTC));
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return new Started(rows.getInt(1), rows.getInt(2), instant(rows, 3));
          }
        });
  }

  /** Until when the authority is new; null where it is not. */
  private @Nullable Instant newUntil(UUID authority, Instant now) {
    return profiles
        .find(authority)
        .map(Profile::confirmedAt)
        .map(confirmed -> confirmed.plus(settings.newFor()))
        .filter(now::isBefore)
        .orElse(null);
  }

  /** When the last seven days no longer hold so many. */
  private @Nullable Instant weekPasses(UUID from, int limit) {
    Instant asked =
        jdbc.prepareStatement(
            """
            select asked_at from introduction where from_authority = ? and proposed_by is null
             order by asked_at desc offset ? limit 1
            """,
            s -> {
              s.setObject(1, from);
              s.setInt(2, Math.max(0, limit - 1));
              try (ResultSet rows = s.executeQuery()) {
                return rows.next() ? instant(rows, 1) : null;
              }
            });
    return asked == null ? null : asked.plus(WEEK);
  }

  /** From when the one may ask the other again; null where it may now. */
  private @Nullable Instant againFrom(UUID from, UUID to, Instant now) {
    Instant again =
        jdbc.prepareStatement(
            """
            select max(case status
                         when 'DECLINED' then answer_at + make_interval(secs => ?)
                         when 'EXPIRED' then closed_at + make_interval(secs => ?)
                         else withdrawn_at + make_interval(secs => ?)
                       end)
              from introduction
             where from_authority = ? and to_authority = ? and proposed_by is null
               and (status in ('DECLINED', 'EXPIRED')
                    or status = 'WITHDRAWN' and sent_at is not null)
            """,
            s -> {
              s.setDouble(1, (double) settings.againAfterDecline().toSeconds());
              s.setDouble(2, (double) settings.againAfterExpiry().toSeconds());
              s.setDouble(3, (double) settings.againAfterWithdrawal().toSeconds());
              s.setObject(4, from);
              s.setObject(5, to);
              try (ResultSet rows = s.executeQuery()) {
                rows.next();
                return instant(rows, 1);
              }
            });
    return again == null || !again.isAfter(now) ? null : again;
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
