package eu.bridgehall.evaluation;

import eu.bridgehall.evaluation.TwinTowns.Pair;
import eu.bridgehall.scoring.TrackRecordModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The file of the numbers of the track record, as it is learned. */
public final class TrackRecordFile {
  private static final int FOLDS = 5;

  private TrackRecordFile() {}

  /**
   * Learns and writes the file.
   *
   * @param check whether to tell also, for each fifth of the pairs, how well it is found by what
   *     was learned from the others
   * @throws eu.bridgehall.kernel.DomainException.Invalid for files of another form
   */
  public static void learn(
      Path places, Path known, Path out, long seed, boolean check, PrintWriter say)
      throws IOException {
    Population population = Population.read(places);
    List<Pair> pairs = TwinTowns.read(known, population.places());
    if (check) {
      check(population, pairs, seed, say);
    }
    TrackRecordModel model = new Learner(population, seed).learn(pairs);
    List<String> lines = new ArrayList<>();
    lines.add("# How much likelier two towns are to be twinned, as natural logarithms.");
    lines.add("# Learned from " + pairs.size() + " twinnings; docs/matching.md tells how.");
    lines.addAll(model.lines());
    Files.write(out, lines);
    say.println("Learned from " + pairs.size() + " pairs: " + out);
  }

  private static void check(Population population, List<Pair> pairs, long seed, PrintWriter say)
      throws IOException {
    List<Pair> shuffled = new ArrayList<>(pairs);
    Collections.shuffle(shuffled, new Random(seed));
    for (int fold = 0; fold < FOLDS; fold++) {
      int here = fold;
      List<Pair> test = every(shuffled, i -> i % FOLDS == here);
      List<Pair> rest = every(shuffled, i -> i % FOLDS != here);
      TrackRecordModel model = new Learner(population, seed).learn(rest);
      EvaluationReport report =
          EvaluationReport.of(population, rest, test, model, false, 0, seed, false);
      say.println("Fifth " + (fold + 1) + ": " + report.line());
    }
  }

  private static List<Pair> every(List<Pair> pairs, IntPredicate which) {
    return IntStream.range(0, pairs.size()).filter(which).mapToObj(pairs::get).toList();
  }
}
