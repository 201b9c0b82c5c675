package eu.bridgehall.profiles;

import eu.bridgehall.platform.Count;
import eu.bridgehall.profiles.model.ClaimKind;
import eu.bridgehall.profiles.model.ClaimState;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims on authorities. */
@Singleton
class ClaimRepository {
  /** A claim as it is stored, without the names that belong to others. */
  record Row(
      UUID id,
      UUID profile,
      String country,
      UUID claimant,
      ClaimKind kind,
      String message,
      Instant at,
      ClaimState state,
      @Nullable Instant decidedAt,
      @Nullable String reason) {
    boolean dispute() {
      return kind == ClaimKind.DISPUTE;
    }
  }

  /**
   * Whose claims: those of the claimant, those to join the authorities that she owns, all of the
   * countries that she oversees.
   *
   * @param countries null for all
   */
  record Scope(UUID claimant, Collection<UUID> owned, @Nullable Collection<String> countries) {}

  /**
   * Who decides, and over what: claims to join the authorities that she owns, and all of the
   * countries that she oversees but disputes about authorities of hers.
   *
   * @param countries null for all
   */
  record Decider(
      UUID person,
      Collection<UUID> owned,
      @Nullable Collection<String> countries,
      Collection<UUID> member) {
    /** Whether there can be no claim that this person decides. */
    boolean isNobody() {
      return owned.isEmpty() && countries != null && countries.isEmpty();
    }
  }

  private static final String SELECT =
      """
      select c.id, c.profile, p.country, c.claimant, c.kind, c.message, c.at, c.state, c.decided_at,
             c.reason
        from place_claim c join authority_profile p on p.id = c.profile
      """;

  private static final String SCOPE =
      """
       where (c.claimant = ? or (c.kind = 'JOIN' and c.profile = any(?))
              or ? or p.country = any(?))
         and (?::text is null or c.state = ?::text)
      """;

  private static final String WAITING =
      """
       where c.state = 'OPEN' and c.claimant <> ?
         and (c.kind = 'JOIN' and c.profile = any(?)
              or (? or p.country = any(?)) and (c.kind = 'JOIN' or c.profile <> all(?)))
      """;

  private final JdbcOperations jdbc;

  ClaimRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was added; false where the person has an open one there. */
  boolean add(UUID id, UUID profile, UUID claimant, ClaimKind kind, String message, Instant at) {
    return jdbc.prepareStatement(
        """
        insert into place_claim (id, profile, claimant, kind, message, at, state)
        values (?, ?, ?, ?, ?, ?, 'OPEN') on conflict do nothing
        """,
        s -> {
          s.setObject(1, id);
          s.setObject(2, profile);
          s.setObject(3, claimant);
          s.setString(4, kind.name());
          s.setString(5, message);
          s.setObject(6, at.atOffset(ZoneOffset.UTC));
          return s.executeUpdate() == 1;
        });
  }

  /** How many open claims the person has. */
  long countOpen(UUID claimant) {
    return Count.of(
        jdbc,
        "select count(*) from place_claim where claimant = ? and state = 'OPEN'",
        s -> s.setObject(1, claimant));
  }

  Optional<Row> find(UUID id) {
    return one(SELECT + " where c.id = ?", id);
  }

  Optional<Row> lock(UUID id) {
    return one(SELECT + " where c.id = ? for update of c", id);
  }

  private Optional<Row> one(String query, UUID id) {
    return jdbc
        .prepareStatement(
            query,
            s -> {
              s.setObject(1, id);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  void decide(UUID id, boolean granted, UUID by, @Nullable String reason, Instant at) {
    jdbc.prepareStatement(
        """
        update place_claim set state = ?, decided_at = ?, decided_by = ?, reason = ? where id = ?
        """,
        s -> {
          s.setString(1, granted ? "GRANTED" : "REFUSED");
          s.setObject(2, at.atOffset(ZoneOffset.UTC));
          s.setObject(3, by);
          s.setString(4, reason);
          s.setObject(5, id);
          return s.executeUpdate();
        });
  }

  List<Row> list(Scope scope, @Nullable ClaimState state, int offset, int limit) {
    return jdbc.prepareStatement(
        SELECT + SCOPE + " order by c.at, c.id offset ? limit ?",
        s -> {
          bind(s, scope, state);
          s.setInt(7, offset);
          s.setInt(8, limit);
          return read(s);
        });
  }

  long count(Scope scope, @Nullable ClaimState state) {
    return Count.of(
        jdbc,
        "select count(*) from place_claim c join authority_profile p on p.id = c.profile" + SCOPE,
        s -> bind(s, scope, state));
  }

  List<Row> listWaiting(Decider decider, int offset, int limit) {
    return jdbc.prepareStatement(
        SELECT + WAITING + " order by c.at, c.id offset ? limit ?",
        s -> {
          bind(s, decider);
          s.setInt(6, offset);
          s.setInt(7, limit);
          return read(s);
        });
  }

  long countWaiting(Decider decider) {
    return Count.of(
        jdbc,
        "select count(*) from place_claim c join authority_profile p on p.id = c.profile" + WAITING,
        s -> bind(s, decider));
  }

  /** Everything that the person has claimed, the oldest first. */
  List<Row> listAllOf(UUID claimant) {
    return jdbc.prepareStatement(
        SELECT + " where c.claimant = ? order by c.at, c.id",
        s -> {
          s.setObject(1, claimant);
          return read(s);
        });
  }

  /** Open ones wait for nothing any more; of those decided it stays that and how they were. */
  void eraseAllOf(UUID claimant) {
    for (String sql :
        List.of(
            "delete from place_claim where claimant = ? and state = 'OPEN'",
            "update place_claim set message = '-' where claimant = ?")) {
      jdbc.prepareStatement(
          sql,
          s -> {
            s.setObject(1, claimant);
            return s.executeUpdate();
          });
    }
  }

  private static void bind(PreparedStatement s, Decider decider) throws SQLException {
    s.setObject(1, decider.person());
    s.setArray(2, s.getConnection().createArrayOf("uuid", decider.owned().toArray()));
    s.setBoolean(3, decider.countries() == null);
    Collection<String> countries = decider.countries() == null ? List.of() : decider.countries();
    s.setArray(4, s.getConnection().createArrayOf("text", countries.toArray()));
    s.setArray(5, s.getConnection().createArrayOf("uuid", decider.member().toArray()));
  }

  private static void bind(PreparedStatement s, Scope scope, @Nullable ClaimState state)
      throws SQLException {
    s.setObject(1, scope.claimant());
    s.setArray(2, s.getConnection().createArrayOf("uuid", scope.owned().toArray()));
    s.setBoolean(3, scope.countries() == null);
    Collection<String> countries = scope.countries() == null ? List.of() : scope.countries();
    s.setArray(4, s.getConnection().createArrayOf("text", countries.toArray()));
    String stored = state == null ? null : state.name();
    s.setString(5, stored);
    s.setString(6, stored);
  }

  private static List<Row> read(PreparedStatement statement) throws SQLException {
    try (ResultSet r = statement.executeQuery()) {
      List<Row> claims = new ArrayList<>();
      while (r.next()) {
        claims.add(
            new Row(
                r.getObject(1, UUID.class),
                r.getObject(2, UUID.class),
                r.getString(3),
                r.getObject(4, UUID.class),
                ClaimKind.valueOf(r.getString(5)),
                r.getString(6),
                Objects.requireNonNull(ProfileRows.instant(r, "at")),
                ClaimState.valueOf(r.getString(8)),
                ProfileRows.instant(r, "decided_at"),
                r.getString(10)));
      }
      return claims;
    }
  }
}
