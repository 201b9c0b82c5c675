package eu.bridgehall;

import eu.bridgehall.evaluation.SimulationReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulates how attention is spread. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates how attention is spread over authorities that ask each other.",
      "Needs no database and no files."
    })
final class Simulate implements Callable<Integer> {
  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--foreign",
      description = "Places of other countries beside all hromadas; by default ${DEFAULT-VALUE}.")
  private int foreign = 10_000;

  @Option(
      names = "--seeds",
      description = "How many populations are drawn; by default ${DEFAULT-VALUE}.")
  private int seeds = 20;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (foreign < 1 || seeds < 1) {
      throw new ParameterException(
          command.commandLine(), "--foreign and --seeds are whole numbers from 1");
    }
    PrintWriter out = command.commandLine().getOut();
    PrintWriter errors = command.commandLine().getErr();
    return Offline.withoutParts(
        errors,
        () -> {
          SimulationReport report =
              SimulationReport.of(
                  foreign,
                  seeds,
                  done -> {
                    errors.println(done);
                    errors.flush();
                  });
          out.print(json ? report.json() : report.text());
          out.flush();
        });
  }
}
