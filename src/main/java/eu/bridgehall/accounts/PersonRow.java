package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person. Of a closed account only the row is left, without name and address: what the person has
 * written goes on naming it.
 */
@MappedEntity("person")
record PersonRow(
    @Id UUID id,
    String email,
    String name,
    @Nullable String passwordHash,
    String language,
    Instant createdAt,
    @Nullable Instant suspendedAt,
    @Nullable Instant closedAt) {
  Person toPerson() {
    return new Person(id, email, name, language, suspendedAt != null);
  }

  boolean isClosed() {
    return closedAt != null;
  }

  /** The person who acts by a link of a mail, in no session and no role. */
  Actor asActor() {
    return new Actor(id, null, Set.of(), Map.of(), Map.of());
  }
}
