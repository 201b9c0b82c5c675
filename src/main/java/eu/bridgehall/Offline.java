package eu.bridgehall;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.CannotStart;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.platform.start.StartChecks;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a command on the service's parts without the service answering requests. */
final class Offline {
  private Offline() {}

  /**
   * Starts the parts, does the work, and closes them.
   *
   * @return the exit code: 0, or 1 where the work was refused or the parts cannot start, with the
   *     reasons on {@code errors}
   */
  static int run(PrintWriter errors, Consumer<ApplicationContext> work) {
    return run(errors, work, StartChecks.COMMAND);
  }

  /** The same with as few parts as a command needs that reads the database alone. */
  static int runReading(PrintWriter errors, Consumer<ApplicationContext> work) {
    return run(errors, work, StartChecks.COMMAND, StartChecks.READING);
  }

  private static int run(
      PrintWriter errors, Consumer<ApplicationContext> work, String... environments) {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .mainClass(Application.class)
            .environments(environments)
            .banner(false)
            .start()) {
      try {
        work.accept(context);
        return 0;
      } catch (DomainException refusal) {
        tell(errors, context.getBean(Messages.class), refusal);
        return 1;
      }
    } catch (BeanContextException failure) {
      errors.println(reason(failure).orElseThrow(() -> failure).getMessage());
      return 1;
    }
  }

  /** Work on files, which needs none of the parts. */
  @FunctionalInterface
  interface FileWork {
    void run() throws IOException;
  }

  /**
   * Does the work without starting anything.
   *
   * @return the exit code: 0, or 1 where the work was refused or a file cannot be read or written,
   *     with the reasons on {@code errors}
   */
  static int withoutParts(PrintWriter errors, FileWork work) {
    try {
      work.run();
      return 0;
    } catch (DomainException refusal) {
      tell(errors, Messages.inEnglish(), refusal);
      return 1;
    } catch (NoSuchFileException missing) {
      errors.println("No such file: " + missing.getFile());
      return 1;
    } catch (IOException failure) {
      errors.println(failure.getMessage());
      return 1;
    }
  }

  private static void tell(PrintWriter errors, Messages messages, DomainException refusal) {
    errors.println(messages.text(Locale.ENGLISH, refusal.key(), refusal.arguments()));
    if (refusal instanceof DomainException.Invalid invalid) {
      invalid
          .errors()
          .forEach(
              e ->
                  errors.println(
                      "  "
                          + e.field()
                          + ": "
                          + messages.text(Locale.ENGLISH, e.key(), e.arguments())));
    }
  }

  /** What a part has said that cannot start, which the framework wraps. */
  static Optional<CannotStart> reason(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(CannotStart.class::isInstance)
        .map(CannotStart.class::cast)
        .findFirst();
  }
}
