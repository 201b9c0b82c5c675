package eu.bridgehall.platform.retention;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what has been kept for its time. Each kind is a transaction of its own: what fails is
 * left for the next time, and keeps nothing else from going.
 */
@Singleton
public class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final List<Retained> kinds;
  private final JdbcOperations jdbc;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  Retention(
      List<Retained> kinds,
      JdbcOperations jdbc,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.kinds = List.copyOf(kinds);
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All kinds. */
  public List<Retained> kinds() {
    return kinds;
  }

  /** Deletes of every kind what has been kept for its time. */
  @Scheduled(fixedDelay = "1h", initialDelay = "5m")
  public void enforce() {
    for (Retained kind : kinds) {
      try {
        int gone = transactions.executeWrite(status -> delete(kind));
        if (gone > 0) {
          LOG.info("{} of {} were kept for their time and are deleted", gone, kind.kind());
        }
      } catch (RuntimeException e) {
        LOG.error("What is over of {} could not be deleted", kind.kind(), e);
      }
    }
  }

  private int delete(Retained kind) {
    OffsetDateTime moment = clock.instant().minus(kind.keep()).atOffset(ZoneOffset.UTC);
    return jdbc.prepareStatement(
        kind.delete(),
        statement -> {
          for (int i = 1; i <= kind.moments(); i++) {
            statement.setObject(i, moment);
          }
          return statement.executeUpdate();
        });
  }
}
