package eu.bridgehall.platform.outbox;

import eu.bridgehall.kernel.DomainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as the outbox hands it on.
 *
 * @param position its place in the order
 * @param type simple name of the event's class
 * @param subject what it is about
 * @param payload the event as JSON
 * @param at when it was stored
 * @param reader what reads the payload
 */
public record StoredEvent(
    Position position, String type, UUID subject, String payload, Instant at, Reader reader) {
  /** Whether it is an event of this class. */
  public boolean is(Class<? extends DomainEvent> event) {
    return event.getSimpleName().equals(type);
  }

  /** The event itself. */
  public <E extends DomainEvent> E as(Class<E> event) {
    try {
      return reader.read(payload, event);
    } catch (IOException e) {
      throw new UncheckedIOException("Event " + position + " is no " + event.getSimpleName(), e);
    }
  }

  /** Reads a payload. */
  @FunctionalInterface
  interface Reader {
    <T> T read(String json, Class<T> type) throws IOException;
  }
}
