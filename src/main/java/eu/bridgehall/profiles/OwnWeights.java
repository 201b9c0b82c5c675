package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException.Stale;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.scoring.Criterion;
import eu.bridgehall.scoring.Weights;
import io.micronaut.core.type.Argument;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The weights that authorities have chosen for themselves; written in the caller's transaction,
 * which also decides who may.
 */
@Singleton
public class OwnWeights {
  private final JdbcOperations jdbc;
  private final JsonMapper json;
  private final Outbox outbox;
  private final Clock clock;

  OwnWeights(JdbcOperations jdbc, JsonMapper json, Outbox outbox, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What an authority has chosen.
   *
   * @param version goes up with every change; 0 where nothing was ever chosen
   * @param weights null where the defaults count
   */
  public record Chosen(long version, @Nullable Weights weights) {
    private static final Chosen NEVER = new Chosen(0, null);

    /** The weights that count. */
    public Weights inForce() {
      return weights == null ? Weights.defaults() : weights;
    }
  }

  /** What this authority has chosen. */
  @Transactional
  public Chosen of(UUID authority) {
    return jdbc.prepareStatement(
        "select version, chosen::text as chosen from authority_weights where authority = ?",
        s -> {
          s.setObject(1, authority);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? new Chosen(rows.getLong("version"), weights(rows)) : Chosen.NEVER;
          }
        });
  }

  /** The weights of those of these authorities that have chosen their own, by id. */
  @Transactional
  public Map<UUID, Weights> of(Collection<UUID> authorities) {
    return jdbc.prepareStatement(
        """
        select authority, chosen::text as chosen from authority_weights
         where authority = any (?) and chosen is not null
        """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", authorities.toArray()));
          Map<UUID, Weights> found = new HashMap<>();
          try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
              Weights weights = weights(rows);
              if (weights != null) {
                found.put(rows.getObject("authority", UUID.class), weights);
              }
            }
          }
          return found;
        });
  }

  /**
   * Chooses weights for an authority.
   *
   * @param person who does it
   * @param version the version that she has read
   * @param weights null for the defaults
   * @return what is chosen now; where that was so before, nothing has changed
   * @throws Stale where somebody was faster
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Chosen choose(UUID authority, UUID person, long version, @Nullable Weights weights) {
    Chosen before = of(authority);
    if (before.version() != version) {
      throw new Stale();
    }
    if (Objects.equals(weights, before.weights())) {
      return before;
    }
    String chosen = weights == null ? null : write(weights);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int written =
        jdbc.prepareStatement(
            """
            insert into authority_weights (authority, version, chosen, changed_by, changed_at)
            values (?, ?, ?::jsonb, ?, ?)
            on conflict (authority) do update
               set version = excluded.version, chosen = excluded.chosen,
                   changed_by = excluded.changed_by, changed_at = excluded.changed_at
             where authority_weights.version = excluded.version - 1
            """,
            s -> {
              s.setObject(1, authority);
              s.setLong(2, version + 1);
              s.setString(3, chosen);
              s.setObject(4, person);
              s.setObject(5, now);
              return s.executeUpdate();
            });
    if (written == 0) {
      throw new Stale();
    }
    outbox.publish(new WeightsChanged(authority));
    return new Chosen(version + 1, weights);
  }

  /**
   * A criterion that the score does not know any more is left out; where the others alone would
   * weigh nothing, the defaults count.
   */
  private @Nullable Weights weights(ResultSet row) throws SQLException {
    String chosen = row.getString("chosen");
    if (chosen == null) {
      return null;
    }
    try {
      Map<String, Integer> numbers =
          new HashMap<>(json.readValue(chosen, Argument.mapOf(String.class, Integer.class)));
      numbers.keySet().removeIf(id -> Coded.find(Criterion.class, id).isEmpty());
      return numbers.isEmpty() || numbers.values().stream().anyMatch(number -> number > 0)
          ? Weights.of(numbers)
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Weights weights) {
    try {
      return json.writeValueAsString(weights.chosen());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
