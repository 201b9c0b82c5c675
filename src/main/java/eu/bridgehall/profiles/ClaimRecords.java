package eu.bridgehall.profiles;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person has claimed. */
@Singleton
class ClaimRecords implements PersonalRecords {
  private final ClaimRepository claims;

  ClaimRecords(ClaimRepository claims) {
    this.claims = claims;
  }

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public Object collect(Person person) {
    return claims.listAllOf(person.id()).stream()
        .map(
            c ->
                new Made(
                    c.profile(),
                    c.officialName(),
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
