package eu.bridgehall.bench;

import eu.bridgehall.discovery.Reindex;
import eu.bridgehall.discovery.ReindexStatus;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How long the index takes to be rebuilt, reading the rows from PostgreSQL included. Fills an
 * embedded database of its own with {@link MadeUpProfiles}.
 */
public final class RebuildBenchmark {
  private static final int RUNS = 3;

  private RebuildBenchmark() {}

  public static void main(String[] args) throws Exception {
    int profiles = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    Path data = Files.createTempDirectory(Path.of("target"), "bench-");
    Map<String, Object> settings =
        Map.of("bridgehall.data", data.toString(), "bridgehall.demo", "false");
    try (ApplicationContext context = ApplicationContext.builder().properties(settings).start()) {
      MadeUpProfiles.fill(context, profiles);
      Reindex reindex = context.getBean(Reindex.class);
      for (int run = 1; run <= RUNS; run++) {
        long start = System.nanoTime();
        ReindexStatus status = reindex.run(done -> {});
        System.out.printf(
            "run %d: %d profiles in %.1f s%n",
            run, status.documents(), (System.nanoTime() - start) / 1e9);
      }
    }
  }
}
