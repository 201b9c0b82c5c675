package eu.bridgehall.support;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it received, and fails on poison and where something is missing. */
@Singleton
@Requires(env = "test")
public class ParcelConsumer implements OutboxConsumer {
  public static final String POISON = "poison";
  public static final String WITHOUT_LIBRARY = "without library";
  private final Map<UUID, List<String>> received = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "parcels";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(ParcelSent.class);
  }

  @Override
  public void handle(StoredEvent event) {
    ParcelSent parcel = event.as(ParcelSent.class);
    if (POISON.equals(parcel.content())) {
      throw new IllegalArgumentException("This parcel cannot be opened");
    }
    if (WITHOUT_LIBRARY.equals(parcel.content())) {
      throw new NoClassDefFoundError("org/example/Opener");
    }
    received
        .computeIfAbsent(parcel.subject(), k -> new CopyOnWriteArrayList<>())
        .add(parcel.content());
  }

  /** What came for this subject, in order. */
  public List<String> received(UUID subject) {
    return received.getOrDefault(subject, List.of());
  }
}
