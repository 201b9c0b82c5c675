package eu.bridgehall.notifications;

import eu.bridgehall.accounts.Member;
import eu.bridgehall.accounts.Memberships;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** To whom mails about authorities go; nobody whose account is suspended is among them. */
@Singleton
class Readers {
  private final Memberships memberships;
  private final People people;
  private final Organisations organisations;

  Readers(Memberships memberships, People people, Organisations organisations) {
    this.memberships = memberships;
    this.people = people;
    this.organisations = organisations;
  }

  /** Those who act for the authority: its owners and editors. */
  Collection<Person> acting(UUID authority) {
    return members(authority, MemberRole.EDITOR);
  }

  /** Those who decide for the authority: its owners. */
  Collection<Person> owning(UUID authority) {
    return members(authority, MemberRole.OWNER);
  }

  /**
   * Those who review for a country, each once: the officers of its association and the moderators,
   * but no member of the authorities it is about.
   */
  Collection<Person> reviewing(String country, UUID one, UUID other) {
    Map<UUID, Person> found = new LinkedHashMap<>();
    organisations
        .associationOf(country)
        .map(Organisation::id)
        .map(memberships::listOfficers)
        .orElse(List.of())
        .forEach(p -> found.put(p.id(), p));
    memberships.listHolders(PlatformRole.MODERATOR).forEach(p -> found.put(p.id(), p));
    return active(found.values()).stream()
        .filter(p -> memberships.findRole(one, p.id()).isEmpty())
        .filter(p -> memberships.findRole(other, p.id()).isEmpty())
        .toList();
  }

  /** The authority's name. */
  String name(UUID authority) {
    return organisations.get(authority).name();
  }

  /** Those of these people who still have an account that is not suspended. */
  List<Person> listActive(Collection<UUID> ids) {
    return active(people.findAll(ids).values());
  }

  private List<Person> members(UUID authority, MemberRole atLeast) {
    List<UUID> ids =
        memberships.listMembers(authority, atLeast).stream().map(Member::personId).toList();
    return listActive(ids);
  }

  private static List<Person> active(Collection<Person> people) {
    return people.stream().filter(p -> !p.suspended()).toList();
  }
}
