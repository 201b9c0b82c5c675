package eu.bridgehall.platform.outbox;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands stored events to the consumers. A consumer's row is locked while it works, so that of
 * several services on one database one works at a time. An event that fails is tried again after a
 * growing pause, and set aside after {@code bridgehall.outbox.attempts} times.
 */
@Singleton
class OutboxDispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);
  private static final int BATCH = 100;
  private static final long LONGEST_PAUSE_NANOS = 60_000_000_000L;

  private final List<OutboxConsumer> consumers;
  private final Outbox outbox;
  private final JdbcOperations jdbc;
  private final TransactionOperations<Connection> transactions;
  private final int attempts;
  private final Map<String, Failing> failing = new HashMap<>();

  OutboxDispatcher(
      List<OutboxConsumer> consumers,
      Outbox outbox,
      JdbcOperations jdbc,
      TransactionOperations<Connection> transactions,
      OutboxSettings settings) {
    this.consumers = consumers;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.attempts = settings.attempts();
  }

  /** Lets each consumer work until nothing is left for it or it fails. */
  @Scheduled(fixedDelay = "${bridgehall.outbox.poll:200ms}", initialDelay = "1s")
  synchronized void dispatch() {
    for (OutboxConsumer consumer : consumers) {
      Failing failure = failing.get(consumer.name());
      if (failure != null && System.nanoTime() < failure.notBefore) {
        continue;
      }
      work(consumer);
    }
  }

  private void work(OutboxConsumer consumer) {
    boolean more = true;
    while (more) {
      Position[] tried = new Position[1];
      try {
        more = transactions.execute(definition(), status -> batch(consumer, tried));
        failing.remove(consumer.name());
      } catch (RuntimeException | Error e) {
        // also an error of the program: one consumer must not keep the others from their work
        if (tried[0] == null) {
          throw e; // the database itself fails: no event is to blame
        }
        failed(consumer, tried[0], e);
        return;
      }
    }
  }

  private static TransactionDefinition definition() {
    return TransactionDefinition.DEFAULT;
  }

  /** Events up to the batch size, or only the first while the consumer is failing on one. */
  private boolean batch(OutboxConsumer consumer, Position[] tried) {
    Optional<Position> progress = lockProgress(consumer.name());
    if (progress.isEmpty()) {
      return false; // another service works for this consumer
    }
    int size = failing.containsKey(consumer.name()) ? 1 : BATCH;
    List<StoredEvent> events = outbox.readAfter(progress.get(), size);
    for (StoredEvent event : events) {
      tried[0] = event.position();
      if (consumer.events().stream().anyMatch(event::is)) {
        consumer.handle(event);
      }
    }
    if (!events.isEmpty()) {
      advance(consumer.name(), events.getLast().position());
    }
    return events.size() == size;
  }

  private void failed(OutboxConsumer consumer, Position event, Throwable error) {
    Failing before = failing.get(consumer.name());
    // after a failed batch the events are tried one by one, so the first failure may be of another
    int count = before != null && before.event.equals(event) ? before.count + 1 : 1;
    LOG.warn("{} failed on event {} ({} times)", consumer.name(), event, count, error);
    if (count >= attempts) {
      setAside(consumer.name(), event, error);
      failing.remove(consumer.name());
      return;
    }
    long pause = Math.min(LONGEST_PAUSE_NANOS, 100_000_000L << Math.min(count, 20));
    failing.put(consumer.name(), new Failing(event, count, System.nanoTime() + pause));
  }

  private Optional<Position> lockProgress(String consumer) {
    jdbc.prepareStatement(
        """
        insert into outbox_progress (consumer, transaction, number) values (?, '0', 0)
        on conflict do nothing
        """,
        statement -> {
          statement.setString(1, consumer);
          return statement.executeUpdate();
        });
    return jdbc.prepareStatement(
        """
        select transaction::text::bigint, number from outbox_progress where consumer = ?
        for update skip locked
        """,
        statement -> {
          statement.setString(1, consumer);
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(new Position(rows.getLong(1), rows.getLong(2)))
                : Optional.empty();
          }
        });
  }

  private void advance(String consumer, Position position) {
    jdbc.prepareStatement(
        "update outbox_progress set transaction = ?::text::xid8, number = ? where consumer = ?",
        statement -> {
          statement.setString(1, String.valueOf(position.transaction()));
          statement.setLong(2, position.number());
          statement.setString(3, consumer);
          return statement.executeUpdate();
        });
  }

  private void setAside(String consumer, Position event, Throwable error) {
    LOG.error("{} gives up on event {}; it is in outbox_failure", consumer, event);
    transactions.execute(
        definition(),
        status -> {
          jdbc.prepareStatement(
              """
              insert into outbox_failure (consumer, transaction, number, error)
              values (?, ?::text::xid8, ?, ?) on conflict do nothing
              """,
              statement -> {
                statement.setString(1, consumer);
                statement.setString(2, String.valueOf(event.transaction()));
                statement.setLong(3, event.number());
                statement.setString(4, String.valueOf(error));
                return statement.executeUpdate();
              });
          advance(consumer, event);
          return true;
        });
  }

  private record Failing(Position event, int count, long notBefore) {}
}
