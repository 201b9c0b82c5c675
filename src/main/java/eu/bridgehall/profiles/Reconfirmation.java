package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.profiles.model.ProfileAction;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reminds of profiles that should be reconfirmed, and hides those that were not. */
@Singleton
class Reconfirmation {
  private static final int BATCH = 100;

  private final ProfileRepository repository;
  private final Profiles profiles;
  private final Outbox outbox;
  private final ProfileSettings settings;
  private final Clock clock;

  Reconfirmation(
      ProfileRepository repository,
      Profiles profiles,
      Outbox outbox,
      ProfileSettings settings,
      Clock clock) {
    this.repository = repository;
    this.profiles = profiles;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** A batch each time: what is left is taken up the next time. */
  @Scheduled(fixedDelay = "15m", initialDelay = "5m")
  @Transactional
  void run() {
    Instant now = clock.instant();
    for (UUID id : repository.lockDue(now.plus(settings.reconfirmNotice()), true, BATCH)) {
      repository.remind(id, now);
      long version = repository.find(id).map(Profile::version).orElse(0L);
      outbox.publish(new ReconfirmationDue(id, version));
    }
    List<UUID> overdue = repository.lockDue(now.minus(settings.hideAfter()), false, BATCH);
    for (UUID id : overdue) {
      long version = repository.find(id).map(Profile::version).orElse(0L);
      profiles.step(Actor.service(), id, version, ProfileAction.LAPSE, null);
    }
  }
}
