package eu.bridgehall.partnerships;

import eu.bridgehall.matching.MatchSnapshot;
import eu.bridgehall.matching.MatchSnapshots;
import eu.bridgehall.matching.ToldMatch;
import io.micronaut.context.BeanProvider;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How well the two sides of an introduction fitted when it was asked for. Comes to the matching
 * only when it is needed: what is scheduled is made while the service starts, and must not open the
 * index before it is known which database this is.
 */
@Singleton
class IntroductionMatches {
  private final JdbcOperations jdbc;
  private final ObjectMapper json;
  private final BeanProvider<MatchSnapshots> snapshots;

  IntroductionMatches(
      JdbcOperations jdbc, ObjectMapper json, BeanProvider<MatchSnapshots> snapshots) {
    this.jdbc = jdbc;
    this.json = json;
    this.snapshots = snapshots;
  }

  /** Keeps how well they fit now. */
  void keep(Introduction i) {
    snapshots
        .get()
        .take(i.from(), i.to())
        .ifPresent(
            taken ->
                jdbc.prepareStatement(
                    "update introduction set match = ?::jsonb where id = ?",
                    s -> {
                      s.setString(1, write(taken));
                      s.setObject(2, i.id());
                      return s.executeUpdate();
                    }));
  }

  /** How well the two fit now, told to the first; empty where one of them has no profile. */
  Optional<ToldMatch> now(UUID one, UUID other, Locale reader) {
    return snapshots.get().take(one, other).map(m -> snapshots.get().tell(m, false, reader));
  }

  /**
   * What was kept; empty where nothing was.
   *
   * @param toOther whether it is told to the side that was asked
   */
  Optional<ToldMatch> find(UUID introduction, boolean toOther, Locale reader) {
    String kept =
        jdbc.prepareStatement(
            "select match::text from introduction where id = ?",
            s -> {
              s.setObject(1, introduction);
              try (ResultSet rows = s.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
              }
            });
    return Optional.ofNullable(kept)
        .map(this::read)
        .map(m -> snapshots.get().tell(m, toOther, reader));
  }

  private String write(MatchSnapshot taken) {
    try {
      return json.writeValueAsString(taken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MatchSnapshot read(String kept) {
    try {
      return json.readValue(kept, MatchSnapshot.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
