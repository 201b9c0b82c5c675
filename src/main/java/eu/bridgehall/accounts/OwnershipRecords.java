package eu.bridgehall.accounts;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person has offered, was offered, has asked for or decided about owners of authorities. */
@Singleton
class OwnershipRecords implements PersonalRecords {
  private final OwnershipRepository changes;
  private final Clock clock;

  OwnershipRecords(OwnershipRepository changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ownership";
  }

  @Override
  public Object collect(Person person) {
    return changes.listOf(person.id());
  }

  @Override
  public void erase(Person person) {
    changes.erase(person.id(), clock.instant());
  }

  /**
   * An offer or a request.
   *
   * @param text what the person wrote who asked; null where it was another
   * @param words what was written by who decided; null where that was another, about another
   */
  @Serdeable
  record Done(
      UUID authority,
      String kind,
      String state,
      Instant at,
      @Nullable String text,
      @Nullable String words) {}
}
