package eu.bridgehall.bench;

import eu.bridgehall.search.MatchPage;
import eu.bridgehall.search.lucene.LuceneAuthorityIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The best twenty of all, found by the engine, by {@link PlainLoop} and by {@link SqlScore}: each
 * call asks for another authority. That the three agree is checked before anything is measured.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MatchBenchmark {
  private static final int CHECKED = 40;
  private static final double ROUNDING = 1e-6;

  /** The population, and the three that know it. */
  @State(Scope.Benchmark)
  public static class Competitors {
    /** How many authorities there are. */
    @Param({"1000", "10000", "100000", "150000"})
    public int profiles;

    private BenchPopulation population;
    private Path folder;
    private LuceneAuthorityIndex index;
    private PlainLoop loop;
    private int query;

    /** Fills the index. */
    @Setup
    public void fill() throws IOException {
      population = population();
      folder = Files.createTempDirectory("bench-index");
      index = LuceneAuthorityIndex.open(folder, new UUID(0, 1), "bench", population.vocabulary());
      index.replaceAll(population.documents(), "0", count -> {});
      loop = new PlainLoop(population);
      for (int i = 0; i < CHECKED; i++) {
        int asker = population.asker(i);
        List<MatchPage.Hit> hits = index.match(population.request(asker)).hits();
        agree(hits.stream().mapToDouble(MatchPage.Hit::rankValue).toArray(), loop.best(asker));
      }
    }

    BenchPopulation population() {
      return new BenchPopulation(profiles, 0);
    }

    private int next() {
      return population.asker(query++);
    }

    /** Deletes the index. */
    @TearDown
    public void close() throws IOException {
      index.close();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /** The same where every second one states needs alone. */
  @State(Scope.Benchmark)
  public static class WithoutOffers extends Competitors {
    @Override
    BenchPopulation population() {
      return new BenchPopulation(profiles, 2);
    }
  }

  /** A PostgreSQL with the same population. */
  @State(Scope.Benchmark)
  public static class Database {
    private SqlScore sql;

    /** Starts and fills it; writes down what it does with the query. */
    @Setup(Level.Trial)
    public void fill(Competitors competitors) throws IOException, SQLException {
      sql = new SqlScore(competitors.population);
      for (int i = 0; i < CHECKED / 4; i++) {
        int asker = competitors.population.asker(i);
        double[] best = sql.best(asker);
        agree(best, competitors.loop.best(asker));
        if (i == 0) {
          Files.writeString(
              Path.of("target", "score-" + competitors.profiles + ".sql.txt"),
              sql.explained(asker) + "\n");
        }
      }
    }

    /** Stops it. */
    @TearDown(Level.Trial)
    public void close() throws SQLException, IOException {
      sql.close();
    }
  }

  private static void agree(double[] descending, double[] ascending) {
    int last = ascending.length - 1;
    for (int i = 0; i <= last; i++) {
      if (!(Math.abs(descending[i] - ascending[last - i]) < ROUNDING)) {
        throw new IllegalStateException(
            "Place " + i + ": " + descending[i] + " against " + ascending[last - i]);
      }
    }
  }

  /** The product's engine. */
  @Benchmark
  public MatchPage engine(Competitors competitors) {
    return competitors.index.match(competitors.population.request(competitors.next()));
  }

  /** A loop over arrays with the same score. */
  @Benchmark
  public double[] loop(Competitors competitors) {
    return competitors.loop.best(competitors.next());
  }

  /** The product's engine where every second one states needs alone. */
  @Benchmark
  public MatchPage engineWithoutOffers(WithoutOffers competitors) {
    return engine(competitors);
  }

  /** The loop where every second one states needs alone. */
  @Benchmark
  public double[] loopWithoutOffers(WithoutOffers competitors) {
    return loop(competitors);
  }

  /** The same score in SQL. */
  @Benchmark
  public double[] sql(Competitors competitors, Database database) throws SQLException {
    return database.sql.best(competitors.next());
  }
}
