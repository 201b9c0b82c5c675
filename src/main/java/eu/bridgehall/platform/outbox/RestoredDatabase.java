package eu.bridgehall.platform.outbox;

import eu.bridgehall.platform.start.StartChecks;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events are ordered by the numbers of their transactions, and a dump that is restored into another
 * PostgreSQL starts counting these anew: new events would sort before old ones and never be read.
 * At the start, a database that knows transactions of its own future is therefore brought to the
 * new count, and gets a new identity, so that indexes built before are rebuilt.
 */
@Singleton
@Requires(notEnv = StartChecks.READING)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RestoredDatabase implements ApplicationEventListener<StartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(RestoredDatabase.class);
  private final JdbcOperations jdbc;

  RestoredDatabase(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public void onApplicationEvent(StartupEvent event) {
    if (run(
            """
            update database_identity set id = gen_random_uuid()
             where exists (select 1 from outbox_event where transaction > pg_current_xact_id())
                or exists (select 1 from outbox_progress where transaction > pg_current_xact_id())
            """)
        == 0) {
      return;
    }
    LOG.warn("This database was restored from a dump: the order of its events is made anew");
    run(
        """
        update outbox_progress p set transaction = '1', number = coalesce(
          (select max(e.number) from outbox_event e
            where (e.transaction, e.number) <= (p.transaction, p.number)), 0)
        """);
    run("update outbox_event set transaction = '1'");
    run("update outbox_failure set transaction = '1'");
    run("update outbox_trimmed set transaction = '1'");
  }

  private int run(String sql) {
    return jdbc.prepareStatement(sql, statement -> statement.executeUpdate());
  }
}
