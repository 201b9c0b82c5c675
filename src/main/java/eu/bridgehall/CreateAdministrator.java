package eu.bridgehall;

import eu.bridgehall.accounts.FirstAdministrator;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes an administrator. The password is never an argument, which other users of the machine could
 * read: it comes from BRIDGEHALL_ADMIN_PASSWORD, is asked for on a terminal, or is the first line
 * of the input.
 */
@Command(
    name = "create-administrator",
    mixinStandardHelpOptions = true,
    description = {
      "Makes an account an administrator's, and the account where there is none.",
      "The password is read from the environment variable BRIDGEHALL_ADMIN_PASSWORD, else from the"
          + " terminal, else from the first line of the input."
    })
final class CreateAdministrator implements Callable<Integer> {
  private static final String VARIABLE = "BRIDGEHALL_ADMIN_PASSWORD";

  @Option(names = "--email", required = true, description = "Address to sign in with.")
  private String email = "";

  @Option(names = "--name", required = true, description = "Name that others read.")
  private String name = "";

  @Option(names = "--language", description = "Language of mails to them: ${DEFAULT-VALUE}.")
  private String language = "en";

  @Override
  public Integer call() throws IOException {
    String password = password();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return Offline.run(
        errors,
        context -> {
          UUID id =
              context
                  .getBean(FirstAdministrator.class)
                  .create(email, name, password, Locale.of(language));
          out.println("Administrator " + id);
        });
  }

  @SuppressWarnings("SystemConsoleNull") // it is null where the input is no terminal, as seen on 25
  private static String password() throws IOException {
    String given = System.getenv(VARIABLE);
    if (given != null) {
      return given;
    }
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      return String.valueOf(console.readPassword("Password: "));
    }
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = input.readLine();
    return line == null ? "" : line;
  }
}
