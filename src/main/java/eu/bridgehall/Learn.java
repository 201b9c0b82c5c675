package eu.bridgehall;

import eu.bridgehall.evaluation.TrackRecordFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns the numbers of the track record anew. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = {
      "Learns the numbers of the track record from real twin towns and writes them to a file.",
      "Needs no database. The program uses src/main/resources/matching/track-record.tsv."
    })
final class Learn implements Callable<Integer> {
  @Spec private CommandSpec command = CommandSpec.create();

  @Option(names = "--places", required = true, description = "Places, as places.tsv.gz.")
  private Path places = Path.of("");

  @Option(names = "--known", required = true, description = "Pairs to learn from.")
  private Path known = Path.of("");

  @Option(names = "--out", required = true, description = "File to write.")
  private Path out = Path.of("");

  @Option(names = "--seed", description = "What is drawn by; by default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--check",
      description = "Also learn from all fifths but one and look for that one, for each fifth.")
  private boolean check;

  @Override
  public Integer call() {
    PrintWriter lines = command.commandLine().getOut();
    PrintWriter errors = command.commandLine().getErr();
    return Offline.withoutParts(
        errors, () -> TrackRecordFile.learn(places, known, out, seed, check, lines));
  }
}
