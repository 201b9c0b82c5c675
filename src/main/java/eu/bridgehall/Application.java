package eu.bridgehall;

import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.context.exceptions.DependencyInjectionException;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: without a command it is the service, with one it does that and ends. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Bridgehall",
            version = "1",
            description =
                "Twinning and partnership matchmaking for local and regional authorities. Every"
                    + " list answer is {items, next, total}; every refusal is a problem document"
                    + " (RFC 9457).",
            license = @License(name = "EUPL-1.2", url = "https://eupl.eu/1.2/en/")),
    security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
    name = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "The access token that signing in gives.")
@Command(
    name = "bridgehall",
    mixinStandardHelpOptions = true,
    description = "Without a command: starts the service.",
    subcommands = {
      CreateAdministrator.class,
      RebuildIndex.class,
      VerifyAudit.class,
      Learn.class,
      Evaluate.class,
      Simulate.class
    })
public final class Application implements Callable<Integer> {
  private final String[] arguments;

  private Application(String[] arguments) {
    this.arguments = arguments.clone();
  }

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Application(arguments));
    int exit = line.execute(arguments);
    if (exit != 0 || line.getParseResult().hasSubcommand() || asksForHelp(line)) {
      System.exit(exit);
    }
  }

  /**
   * Starts the service, which then runs on threads of its own.
   *
   * @return the exit code: 1 where it cannot start, with the reason in one line
   */
  @Override
  public Integer call() {
    try {
      Micronaut.build(arguments)
          .mainClass(Application.class)
          .mapError(BeanInstantiationException.class, Application::exitCode)
          .mapError(DependencyInjectionException.class, Application::exitCode)
          .start();
      return 0;
    } catch (ApplicationStartupException failure) {
      System.err.println(Offline.reason(failure).orElseThrow(() -> failure).getMessage());
      return 1;
    }
  }

  /** 0 lets the failure come back to be told in one line; others are logged whole. */
  private static int exitCode(Throwable failure) {
    return Offline.reason(failure).isPresent() ? 0 : 1;
  }

  private static boolean asksForHelp(CommandLine line) {
    return line.isUsageHelpRequested() || line.isVersionHelpRequested();
  }
}
