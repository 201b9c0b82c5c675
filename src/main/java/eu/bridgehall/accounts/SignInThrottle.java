package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Slows guessing. Three counts of failed sign-ins are kept, each with a number that is free and a
 * pause after each further one that doubles up to a limit:
 *
 * <ul>
 *   <li>of one address from one network: it stops somebody who guesses one password;
 *   <li>of one network over all addresses: it stops somebody who tries one password on many;
 *   <li>of one address over all networks: it slows somebody who guesses from many places.
 * </ul>
 *
 * <p>Nobody is locked out by a stranger: the last two do not count for a network from which the
 * person has signed in before, the pause of the last is short, sessions that are open go on, and
 * the link of a password reset makes the network known. An unknown address is counted as a known
 * one is, so that the answers do not tell them apart. An attempt is counted before the password is
 * looked at, so that many at once gain nothing; a good one is taken back.
 */
@Singleton
class SignInThrottle {
  /** How long a failure is remembered. */
  static final Duration REMEMBERED = Duration.ofHours(24);

  private static final Limit ACCOUNT_FROM_NETWORK = new Limit(5, Duration.ofMinutes(15));
  private static final Limit NETWORK = new Limit(50, Duration.ofMinutes(1));
  private static final Limit ACCOUNT = new Limit(30, Duration.ofSeconds(30));

  /** Of one person, from wherever: only who knows the password comes so far. */
  private static final Limit CODE = new Limit(5, Duration.ofMinutes(15));

  private final JdbcOperations jdbc;
  private final KnownNetworks known;
  private final Clock clock;

  SignInThrottle(JdbcOperations jdbc, KnownNetworks known, Clock clock) {
    this.jdbc = jdbc;
    this.known = known;
    this.clock = clock;
  }

  /**
   * Counts an attempt.
   *
   * @throws DomainException.TooMany where the pause after the last one is not over; the attempt
   *     does not count then
   */
  @Transactional
  void attempt(String email, Client client) {
    boolean fromKnown = known.find(email, client.network()).isPresent();
    OffsetDateTime now = now();
    for (Count count : counts(email, client)) {
      if (!fromKnown || count.limit.equals(ACCOUNT_FROM_NETWORK)) {
        attempt(count, now);
      }
    }
  }

  /** The person is in: what was counted is taken back, and the network is hers. */
  @Transactional
  void succeeded(PersonRow person, Client client) {
    passed(person, client);
    known.add(person.id(), client.network(), clock.instant());
  }

  /**
   * Counts an attempt at a code.
   *
   * @throws DomainException.TooMany as {@link #attempt(String, Client)}
   */
  @Transactional
  void attemptCode(UUID personId) {
    attempt(ofCodes(personId), now());
  }

  /** The code was right: what was counted is forgotten. */
  @Transactional
  void codeRight(UUID personId) {
    jdbc.prepareStatement(
        "delete from sign_in_failure where key = ?",
        statement -> {
          statement.setBytes(1, ofCodes(personId).key);
          return statement.executeUpdate();
        });
  }

  private static Count ofCodes(UUID personId) {
    return new Count(CODE, Secrets.hash("code|" + personId));
  }

  /** The password was right: what was counted for it is taken back. */
  @Transactional
  void passed(PersonRow person, Client client) {
    for (Count count : counts(person.email(), client)) {
      int keep = count.limit.equals(ACCOUNT_FROM_NETWORK) ? 0 : 1;
      jdbc.prepareStatement(
          """
          update sign_in_failure
             set failures = greatest(failures - 1, 0) * ?, blocked_until = last_at where key = ?
          """,
          statement -> {
            statement.setInt(1, keep);
            statement.setBytes(2, count.key);
            return statement.executeUpdate();
          });
    }
  }

  /** The person has used a link that was mailed to them here: this network is theirs. */
  @Transactional
  void trust(PersonRow person, Client client) {
    succeeded(person, client);
  }

  private void attempt(Count count, OffsetDateTime now) {
    Optional<Integer> failures =
        jdbc.prepareStatement(
            """
            insert into sign_in_failure as f (key, failures, last_at, blocked_until)
            values (?, 1, ?, ?)
            on conflict (key) do update
               set failures = case when f.last_at < ? then 1 else f.failures + 1 end, last_at = ?
             where f.blocked_until <= ?
            returning failures
            """,
            statement -> {
              statement.setBytes(1, count.key);
              statement.setObject(2, now);
              statement.setObject(3, now);
              statement.setObject(4, now.minus(REMEMBERED));
              statement.setObject(5, now);
              statement.setObject(6, now);
              try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.<Integer>empty();
              }
            });
    if (failures.isEmpty()) {
      throw new DomainException.TooMany("error.tooMany", pauseLeft(count, now));
    }
    Duration pause = count.limit.pauseAfter(failures.get());
    if (!pause.isZero()) {
      jdbc.prepareStatement(
          "update sign_in_failure set blocked_until = ? where key = ?",
          statement -> {
            statement.setObject(1, now.plus(pause));
            statement.setBytes(2, count.key);
            return statement.executeUpdate();
          });
    }
  }

  private Duration pauseLeft(Count count, OffsetDateTime now) {
    Instant until =
        jdbc.prepareStatement(
            "select blocked_until from sign_in_failure where key = ?",
            statement -> {
              statement.setBytes(1, count.key);
              try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1, OffsetDateTime.class).toInstant() : null;
              }
            });
    return until == null ? Duration.ofSeconds(1) : Duration.between(now.toInstant(), until);
  }

  /** In one order everywhere, so that two attempts never wait for each other. */
  private static List<Count> counts(String email, Client client) {
    String account = email.strip().toLowerCase(Locale.ROOT);
    List<Count> counts = new ArrayList<>();
    counts.add(
        new Count(ACCOUNT_FROM_NETWORK, Secrets.hash("both|" + account + '|' + client.network())));
    counts.add(new Count(NETWORK, Secrets.hash("network|" + client.network())));
    counts.add(new Count(ACCOUNT, Secrets.hash("account|" + account)));
    counts.sort(Comparator.comparing(c -> HexFormat.of().formatHex(c.key)));
    return counts;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Count(Limit limit, byte[] key) {}

  /**
   * @param free failures without a pause
   * @param longest pause
   */
  record Limit(int free, Duration longest) {
    Duration pauseAfter(int failures) {
      if (failures <= free) {
        return Duration.ZERO;
      }
      Duration pause = Duration.ofSeconds(1L << Math.min(failures - free - 1, 30));
      return pause.compareTo(longest) > 0 ? longest : pause;
    }
  }
}
