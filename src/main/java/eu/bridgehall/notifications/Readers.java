package eu.bridgehall.notifications;

import eu.bridgehall.accounts.Member;
import eu.bridgehall.accounts.Memberships;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.OrganisationKind;
import eu.bridgehall.organisations.Organisations;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom notices go; nobody whose account is suspended is among them but where it is said. */
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

  /**
   * Those who act for an organisation, each once: the owners and editors of an authority, the
   * officers of an association, all of the secretariat.
   */
  Collection<Recipient> acting(UUID organisation) {
    return switch (organisations.get(organisation).kind()) {
      case AUTHORITY -> members(organisation, MemberRole.EDITOR);
      case ASSOCIATION -> active(memberships.listOfficers(organisation), organisation);
      case SECRETARIAT -> secretariat();
    };
  }

  /**
   * Who can answer for an organisation, each once: those who act for it, and where the accounts of
   * all of them are suspended, they nevertheless.
   */
  Collection<Recipient> answering(UUID organisation) {
    Collection<Recipient> acting = acting(organisation);
    if (!acting.isEmpty() || organisations.get(organisation).kind() != OrganisationKind.AUTHORITY) {
      return acting;
    }
    return memberships.listMembers(organisation, MemberRole.EDITOR).stream()
        .flatMap(m -> people.find(m.personId()).stream())
        .map(p -> new Recipient(p, organisation))
        .toList();
  }

  /** The person, also while her account is suspended; nobody once it is closed. */
  List<Recipient> listOpen(UUID person) {
    return people.find(person).map(p -> new Recipient(p, null)).stream().toList();
  }

  /** The people of the secretariat, each once. */
  Collection<Recipient> secretariat() {
    Map<UUID, Person> found = new LinkedHashMap<>();
    for (PlatformRole role : PlatformRole.values()) {
      memberships.listHolders(role).forEach(p -> found.put(p.id(), p));
    }
    return active(found.values(), organisations.secretariat().id());
  }

  /** Those who decide for the authority: its owners. */
  Collection<Recipient> owning(UUID authority) {
    return members(authority, MemberRole.OWNER);
  }

  /**
   * Those who review for a country, each once: the moderators and the officers of its association,
   * but no member of the authorities it is about.
   */
  Collection<Recipient> reviewing(String country, UUID one, UUID other) {
    Map<UUID, Recipient> found = new LinkedHashMap<>();
    organisations
        .associationOf(country)
        .map(Organisation::id)
        .map(id -> active(memberships.listOfficers(id), id))
        .orElse(List.of())
        .forEach(r -> found.put(r.person().id(), r));
    active(memberships.listHolders(PlatformRole.MODERATOR), organisations.secretariat().id())
        .forEach(r -> found.put(r.person().id(), r));
    return found.values().stream()
        .filter(r -> memberships.findRole(one, r.person().id()).isEmpty())
        .filter(r -> memberships.findRole(other, r.person().id()).isEmpty())
        .toList();
  }

  /** The organisation's name. */
  String name(UUID organisation) {
    return organisations.get(organisation).name();
  }

  /** Those of these people who still have an account that is not suspended, for themselves. */
  List<Recipient> listActive(Collection<UUID> ids) {
    return active(people.findAll(ids).values(), null);
  }

  private List<Recipient> members(UUID authority, MemberRole atLeast) {
    List<UUID> ids =
        memberships.listMembers(authority, atLeast).stream().map(Member::personId).toList();
    return active(people.findAll(ids).values(), authority);
  }

  private static List<Recipient> active(Collection<Person> people, @Nullable UUID toldFor) {
    return people.stream().filter(p -> !p.suspended()).map(p -> new Recipient(p, toldFor)).toList();
  }
}
