package eu.bridgehall.platform.start;

import eu.bridgehall.platform.CannotStart;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Looks whether the service will be able to listen, before it has worked for a minute in vain. */
@Singleton
@Requires(notEnv = FreePort.COMMAND)
class FreePort {
  /** The environment of a command, which listens on no port. */
  static final String COMMAND = "command";

  private static final int LARGEST = 65_535;

  FreePort(
      @Property(name = "micronaut.server.port", defaultValue = "8080") String port,
      @Nullable @Property(name = "micronaut.server.host") String host) {
    int number = number(port);
    if (number > 0) {
      try (ServerSocket socket =
          new ServerSocket(number, 1, host == null ? null : InetAddress.getByName(host))) {
        socket.setReuseAddress(true);
      } catch (IOException e) {
        throw new CannotStart(
            "The service cannot listen on port "
                + number
                + " ("
                + e.getMessage()
                + "): end what uses it, perhaps another Bridgehall, or set MICRONAUT_SERVER_PORT"
                + " to another port.",
            e);
      }
    }
  }

  /** The framework takes a negative number for any port that is free. */
  private static int number(String port) {
    try {
      int number = Integer.parseInt(port.strip());
      if (number <= LARGEST) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(port);
    }
    throw wrong(port);
  }

  private static CannotStart wrong(String port) {
    return new CannotStart(
        "The setting micronaut.server.port is \""
            + port
            + "\": it must be a whole number, from 1 to "
            + LARGEST
            + ".");
  }
}
