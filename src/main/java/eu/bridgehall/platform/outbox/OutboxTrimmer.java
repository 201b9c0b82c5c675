package eu.bridgehall.platform.outbox;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Deletes events that are old and that every consumer has passed, and notes up to where, so that an
 * index that stands further back knows that it must be rebuilt.
 */
@Singleton
class OutboxTrimmer {
  private final JdbcOperations jdbc;
  private final Duration keep;

  OutboxTrimmer(JdbcOperations jdbc, OutboxSettings settings) {
    this.jdbc = jdbc;
    this.keep = settings.keep();
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "10m")
  @Transactional
  void trim() {
    jdbc.prepareStatement(
        """
        with deleted as (
          delete from outbox_event e
           where e.at < now() - make_interval(secs => ?)
             and not exists (select 1 from outbox_progress p
                              where (p.transaction, p.number) < (e.transaction, e.number))
          returning transaction, number),
        last as (select transaction, number from deleted
                  order by transaction desc, number desc limit 1)
        insert into outbox_trimmed (transaction, number) select transaction, number from last
        on conflict (only_one) do update
           set transaction = excluded.transaction, number = excluded.number
        """,
        statement -> {
          statement.setLong(1, keep.toSeconds());
          return statement.executeUpdate();
        });
  }
}
