package eu.bridgehall;

import eu.bridgehall.discovery.Reindex;
import eu.bridgehall.discovery.ReindexStatus;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Builds the profile index anew while the service is stopped. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = {
      "Builds the profile index anew from the database.",
      "For a service that is stopped; a running one does it on POST /api/v1/admin/reindex."
    })
final class RebuildIndex implements Callable<Integer> {
  @Override
  public Integer call() {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return Offline.run(
        errors,
        context -> {
          ReindexStatus status =
              context.getBean(Reindex.class).run(done -> out.println(done + " profiles"));
          out.println("Done: " + status.documents() + " profiles can be found");
        });
  }
}
