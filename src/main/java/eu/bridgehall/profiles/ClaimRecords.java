package eu.bridgehall.profiles;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import eu.bridgehall.kernel.Actor;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person has claimed. */
@Singleton
class ClaimRecords implements PersonalRecords {
  private final ClaimRepository claims;
  private final HolderNames names;
  private final People people;

  ClaimRecords(ClaimRepository claims, HolderNames names, People people) {
    this.claims = claims;
    this.names = names;
    this.people = people;
  }

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public Object collect(Person person) {
    List<ClaimRepository.Row> made = claims.listAllOf(person.id());
    Map<UUID, String> called =
        names.of(
            people.findActor(person.id()).orElse(Actor.visitor()),
            made.stream().map(ClaimRepository.Row::profile).toList());
    return made.stream()
        .map(
            c ->
                new Made(
                    c.profile(),
                    Objects.requireNonNull(called.get(c.profile())),
                    c.kind().id(),
                    c.message(),
                    c.at(),
                    c.state().id(),
                    c.decidedAt(),
                    c.reason()))
        .toList();
  }

  @Override
  public void erase(Person person) {
    claims.eraseAllOf(person.id());
  }

  @Serdeable
  record Made(
      UUID authority,
      String authorityName,
      String kind,
      String message,
      Instant at,
      String state,
      @Nullable Instant decidedAt,
      @Nullable String reason) {}
}
