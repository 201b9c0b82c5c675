package eu.bridgehall.platform.http;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What concerns security and changes nothing: sign-ins and sign-outs, and what was refused, as
 * lines of the service's own log, where an operator can collect and watch them. What changes
 * something is in the audit log.
 */
@Singleton
public class SecurityLog {
  private static final Logger LOG = LoggerFactory.getLogger("security");

  private final RequestOrigin origin;

  SecurityLog(RequestOrigin origin) {
    this.origin = origin;
  }

  /**
   * Writes a line.
   *
   * @param event what has happened, for example {@code sign-in}
   * @param person id of whom it concerns; null where nobody is known
   * @param details {@code name=value}, of words of the program and ids alone, never what was typed
   */
  public void record(String event, @Nullable UUID person, String details) {
    LOG.info(
        "{} person={} network={} {}",
        event,
        person == null ? "-" : person,
        origin.network().orElse("-"),
        details);
  }
}
