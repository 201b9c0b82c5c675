package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people who have an account, for the features above; one that is closed is none. */
@Singleton
public class People {
  private final PersonRepository people;
  private final Actors actors;

  People(PersonRepository people, Actors actors) {
    this.people = people;
    this.actors = actors;
  }

  /** The person of this id. */
  @Transactional
  public Optional<Person> find(UUID id) {
    return people.findById(id).filter(p -> !p.isClosed()).map(PersonRow::toPerson);
  }

  /**
   * A person with the roles as they are now, for what is decided while she is not there: whether
   * something may still be told to her. Empty where she has no account, or a suspended one.
   */
  @Transactional
  public Optional<Actor> findActor(UUID id) {
    return actors.find(id);
  }

  /**
   * A person with what she acts for as it is now, whether her account is suspended or not, in no
   * session and with no role of the platform: who reads a link that was mailed to her. Empty where
   * she has no account.
   */
  @Transactional
  public Optional<Actor> findHolder(UUID id) {
    return actors.findHolder(id);
  }

  /**
   * The person of this id.
   *
   * @throws DomainException.NotFound where there is none
   */
  @Transactional
  public Person get(UUID id) {
    return find(id).orElseThrow(() -> new DomainException.NotFound("accounts.notFound"));
  }

  /** Those of these ids that there are, by id. */
  @Transactional
  public Map<UUID, Person> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return people.findByIdIn(List.copyOf(ids)).stream()
        .filter(p -> !p.isClosed())
        .map(PersonRow::toPerson)
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /** The person with this address, however it is capitalised; nobody where it is none. */
  @Transactional
  public Optional<Person> findByEmail(@Nullable String email) {
    return people.findByEmail(email).map(PersonRow::toPerson);
  }
}
