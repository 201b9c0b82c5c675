package eu.bridgehall.bench;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * All that is promised of speed, measured in one run: the engine against a plain loop and against
 * SQL at every size, then the service under load with a heap of 512 MB.
 */
public final class Benchmarks {
  private static final List<String> FLAGS =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  private static final String HEAP = "-Xmx512m";

  private Benchmarks() {}

  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    String[] sizes = args.length > 0 ? args : new String[] {"1000", "10000", "100000", "150000"};
    Options options =
        new OptionsBuilder()
            .include(MatchBenchmark.class.getName())
            .param("profiles", sizes)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(3))
            .measurementIterations(4)
            .measurementTime(TimeValue.seconds(3))
            .jvmArgs(FLAGS.toArray(String[]::new))
            .shouldFailOnError(true)
            .build();
    print(new Runner(options).run());
    serve(sizes[sizes.length - 1]);
  }

  private static void print(Collection<RunResult> results) {
    Map<Integer, Map<String, Statistics>> bySize = new TreeMap<>();
    for (RunResult result : results) {
      bySize
          .computeIfAbsent(
              Integer.valueOf(result.getParams().getParam("profiles")), size -> new HashMap<>())
          .put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getStatistics());
    }
    System.out.println();
    System.out.println("The best twenty of all; milliseconds, medians unless said otherwise");
    System.out.printf(
        "%10s %8s %8s %10s %8s %12s %9s %11s %18s %22s %8s %12s%n",
        "profiles",
        "engine",
        "p99",
        "p99/median",
        "loop",
        "engine/loop",
        "SQL",
        "SQL/engine",
        "engine, ns/profile",
        "half need alone: engine",
        "loop",
        "engine/loop");
    bySize.forEach(
        (size, by) -> {
          double engine = by.get("engine").getPercentile(50);
          double slow = by.get("engine").getPercentile(99);
          double loop = by.get("loop").getPercentile(50);
          double sql = by.get("sql").getPercentile(50);
          double alone = by.get("engineWithoutOffers").getPercentile(50);
          double aloneLoop = by.get("loopWithoutOffers").getPercentile(50);
          System.out.printf(
              "%,10d %8.2f %8.2f %10.1f %8.2f %12.2f %9.1f %11.0f %18.0f %22.2f %8.2f %12.2f%n",
              size,
              engine,
              slow,
              slow / engine,
              loop,
              engine / loop,
              sql,
              sql / engine,
              engine * 1e6 / size,
              alone,
              aloneLoop,
              alone / aloneLoop);
        });
    System.out.println();
  }

  private static void serve(String profiles) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(FLAGS);
    command.addAll(
        Arrays.asList(
            HEAP,
            "-cp",
            System.getProperty("java.class.path"),
            ServiceBenchmark.class.getName(),
            profiles));
    int exit = new ProcessBuilder(command).inheritIO().directory(new File(".")).start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("The service ended with " + exit);
    }
  }
}
