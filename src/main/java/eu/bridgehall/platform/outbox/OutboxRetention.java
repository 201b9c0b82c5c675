package eu.bridgehall.platform.outbox;

import eu.bridgehall.platform.retention.Retained;
import eu.bridgehall.platform.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How long events are kept that were handled, or set aside. */
@Factory
class OutboxRetention {
  /**
   * Deletes events that are old and that every consumer has passed, and notes up to where, so that
   * an index that stands further back knows that it must be rebuilt.
   */
  @Singleton
  Retained events(OutboxSettings settings) {
    return new Retained(
        "events",
        settings.keep(),
        """
        with deleted as (
          delete from outbox_event e
           where e.at < ?
             and not exists (select 1 from outbox_progress p
                              where (p.transaction, p.number) < (e.transaction, e.number))
          returning transaction, number),
        last as (select transaction, number from deleted
                  order by transaction desc, number desc limit 1)
        insert into outbox_trimmed (transaction, number) select transaction, number from last
        on conflict (only_one) do update
           set transaction = excluded.transaction, number = excluded.number
        """);
  }

  @Singleton
  Retained failedEvents(RetentionSettings settings) {
    return new Retained(
        "failed-events", settings.failedEvents(), "delete from outbox_failure where at < ?");
  }
}
