package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a person has taken on of the queue, and her views of it. */
@Singleton
class QueueRecords implements PersonalRecords {
  private final QueueClaimRepository claims;
  private final QueueViewRepository views;

  QueueRecords(QueueClaimRepository claims, QueueViewRepository views) {
    this.claims = claims;
    this.views = views;
  }

  @Override
  public String name() {
    return "moderationQueue";
  }

  @Override
  public Object collect(Person person) {
    return new Kept(
        claims.listOf(person.id()).stream()
            .map(c -> new Taken(c.kind().id(), c.subject(), c.since(), c.until()))
            .toList(),
        views.list(person.id()));
  }

  @Override
  public void erase(Person person) {
    claims.deleteAllOf(person.id());
    views.deleteAllOf(person.id());
  }

  /** All of it. */
  @Serdeable
  record Kept(List<Taken> taken, List<QueueView> views) {}

  /** Something that she has taken on. */
  @Serdeable
  record Taken(String kind, UUID subject, Instant since, Instant until) {}
}
