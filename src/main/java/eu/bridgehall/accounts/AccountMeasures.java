package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.platform.FieldChecks;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What administrators have done to accounts for their safety, and why. The reason is a text about a
 * person: it stands here, where it can be taken away, and never in the audit log.
 */
@Singleton
class AccountMeasures implements PersonalRecords {
  private static final int LONGEST_REASON = 1000;

  private final JdbcOperations jdbc;
  private final Clock clock;

  AccountMeasures(JdbcOperations jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The reason as it was given, of which the checks say whether it is right. */
  static String reason(FieldChecks checks, @Nullable String given) {
    return checks.text("reason", given, LONGEST_REASON);
  }

  /**
   * Keeps one, in the caller's transaction.
   *
   * @return by which the audit log names it
   */
  UUID add(Actor actor, UUID personId, AccountMeasureKind kind, String reason) {
    UUID id = Ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbc.prepareStatement(
        "insert into account_measure (id, person_id, kind, by, at, reason) values (?, ?, ?, ?, ?,"
            + " ?)",
        s -> {
          s.setObject(1, id);
          s.setObject(2, personId);
          s.setString(3, kind.name());
          s.setObject(4, actor.person());
          s.setObject(5, now.atOffset(ZoneOffset.UTC));
          s.setString(6, reason);
          return s.executeUpdate();
        });
    return id;
  }

  @Override
  public String name() {
    return "measures";
  }

  @Override
  public Object collect(Person person) {
    return new Kept(list("person_id", person.id()), list("by", person.id()));
  }

  /** What was done to her; what she has done to others is about them. */
  @Override
  public void erase(Person person) {
    jdbc.prepareStatement(
        "delete from account_measure where person_id = ?",
        s -> {
          s.setObject(1, person.id());
          return s.executeUpdate();
        });
  }

  private List<Taken> list(String column, UUID person) {
    return jdbc.prepareStatement(
        "select kind, at, reason from account_measure where " + column + " = ? order by at, id",
        s -> {
          s.setObject(1, person);
          try (ResultSet rows = s.executeQuery()) {
            List<Taken> found = new ArrayList<>();
            while (rows.next()) {
              found.add(
                  new Taken(
                      AccountMeasureKind.valueOf(rows.getString(1)).id(),
                      rows.getObject(2, OffsetDateTime.class).toInstant(),
                      rows.getString(3)));
            }
            return found;
          }
        });
  }

  /** What was done to her account, and what she has done to others'. */
  @Serdeable
  record Kept(List<Taken> onAccount, List<Taken> did) {}

  /** One measure, and why. */
  @Serdeable
  record Taken(String kind, Instant at, String reason) {}
}
