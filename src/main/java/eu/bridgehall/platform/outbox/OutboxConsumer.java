package eu.bridgehall.platform.outbox;

import eu.bridgehall.kernel.DomainEvent;
import java.util.Set;

/**
 * Acts on events in the database: its work and its progress are one transaction, so that each event
 * is acted on exactly once. What leaves the database (mail, an index) must not be done here but be
 * written down to be done.
 */
public interface OutboxConsumer {
  /** Under which its progress is kept; never changed once it is in use. */
  String name();

  /** The events it wants. */
  Set<Class<? extends DomainEvent>> events();

  /** Called in a transaction, in the order of the events. */
  void handle(StoredEvent event);
}
