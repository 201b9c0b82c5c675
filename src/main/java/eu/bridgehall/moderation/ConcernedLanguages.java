package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Member;
import eu.bridgehall.accounts.Memberships;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.MemberRole;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which languages those read whom a decision concerns: the facts are told to them in the words of
 * whoever decides, who therefore has to know.
 */
@Singleton
public class ConcernedLanguages {
  private final People people;
  private final Memberships memberships;

  ConcernedLanguages(People people, Memberships memberships) {
    this.people = people;
    this.memberships = memberships;
  }

  /**
   * The languages, each once, that of most of them first.
   *
   * @param concerned people, and authorities for which their owners and editors read
   */
  @Transactional
  public List<Locale> of(Collection<UUID> concerned) {
    List<Locale> all = concerned.stream().flatMap(this::readers).map(Person::locale).toList();
    return all.stream()
        .distinct()
        .sorted((one, other) -> Long.compare(count(all, other), count(all, one)))
        .toList();
  }

  private static long count(List<Locale> all, Locale language) {
    return all.stream().filter(language::equals).count();
  }

  private Stream<Person> readers(UUID id) {
    return people
        .find(id)
        .map(Stream::of)
        .orElseGet(
            () ->
                people
                    .findAll(
                        memberships.listMembers(id, MemberRole.EDITOR).stream()
                            .map(Member::personId)
                            .toList())
                    .values()
                    .stream());
  }
}
