package eu.bridgehall.discovery;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import eu.bridgehall.profiles.ProfileReinstated;
import eu.bridgehall.profiles.ProfileReturned;
import eu.bridgehall.profiles.ProfileSuspended;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What a profile says of its twin towns explains no match of others any more once it is hidden, and
 * does again when it is shown, without waiting for the next time that all of it is read. A service
 * beside this one follows at that time.
 */
@Singleton
class HiddenTwinnings implements OutboxConsumer {
  private final TrackRecords records;

  HiddenTwinnings(TrackRecords records) {
    this.records = records;
  }

  @Override
  public String name() {
    return "hidden-twinnings";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(ProfileSuspended.class, ProfileReturned.class, ProfileReinstated.class);
  }

  @Override
  public void handle(StoredEvent event) {
    records.renewWhereRead();
  }
}
