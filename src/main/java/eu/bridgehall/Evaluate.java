package eu.bridgehall;

import eu.bridgehall.evaluation.EvaluationReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the matching by real twin towns. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how well the matching finds real partners that it was not told of.",
      "Needs no database. Files have the columns of the reference data."
    })
final class Evaluate implements Callable<Integer> {
  @Spec private CommandSpec command = CommandSpec.create();

  private static final String TWINNED = "twinned";
  private static final String ALL = "all";

  @Option(names = "--places", required = true, description = "Places, as places.tsv.gz.")
  private Path places = Path.of("");

  @Option(names = "--known", required = true, description = "Pairs that the service knows.")
  private Path known = Path.of("");

  @Option(names = "--test", required = true, description = "Pairs that it should find.")
  private Path test = Path.of("");

  @Option(
      names = "--pool",
      description =
          "Candidates: twinned (in one of the files) or all; by default ${DEFAULT-VALUE}.")
  private String pool = TWINNED;

  @Option(names = "--sample", description = "How many pairs to draw; by default all.")
  private int sample;

  @Option(names = "--seed", description = "What is drawn by; by default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (!List.of(TWINNED, ALL).contains(pool) || sample < 0) {
      throw new ParameterException(
          command.commandLine(), "--pool is twinned or all, and --sample 0 or more");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter errors = command.commandLine().getErr();
    return Offline.withoutParts(
        errors,
        () -> {
          EvaluationReport report =
              EvaluationReport.of(places, known, test, ALL.equals(pool), sample, seed);
          out.print(json ? report.json() : report.text(seed));
          out.flush();
        });
  }
}
