package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.messaging.ReadingRepository.Reading;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.ties.Tie;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations as their reader sees them. */
@Singleton
class ConversationAnswers {
  private final ReadingRepository readings;
  private final ConversationAccess access;
  private final Organisations organisations;
  private final ProfileDirectory profiles;
  private final Ties ties;

  ConversationAnswers(
      ReadingRepository readings,
      ConversationAccess access,
      Organisations organisations,
      ProfileDirectory profiles,
      Ties ties) {
    this.readings = readings;
    this.access = access;
    this.organisations = organisations;
    this.profiles = profiles;
    this.ties = ties;
  }

  /** One conversation, which the actor may read. */
  ConversationResponse of(Actor actor, Conversation conversation) {
    return of(actor, null, List.of(conversation)).getFirst();
  }

  /**
   * Conversations, which the actor may read.
   *
   * @param asked the organisation of hers that is asked about; null for any
   */
  List<ConversationResponse> of(Actor actor, @Nullable UUID asked, Collection<Conversation> found) {
    List<UUID> ids = found.stream().map(Conversation::id).toList();
    Map<UUID, Reading> own = readings.list(ids, actor.person(), access.organisations(actor));
    Known known = new Known(parties(found), contacts(found), readings.listBySide(ids));
    return found.stream()
        .map(c -> of(actor, access.readsAs(actor, asked, c), c, known, own.get(c.id())))
        .toList();
  }

  private ConversationResponse of(
      Actor actor, Side own, Conversation c, Known known, @Nullable Reading found) {
    Reading reading = found == null ? new Reading(0, 0, false) : found;
    return new ConversationResponse(
        c.id(),
        c.introduction(),
        c.subject(),
        known.side(c, own),
        c.sides().stream()
            .filter(s -> !s.id().equals(own.id()))
            .map(s -> known.side(c, s))
            .toList(),
        c.openedAt(),
        c.lastNumber() == 0 ? null : c.activeAt(),
        Math.min(c.lastNumber(), access.readsUpTo(actor, c)),
        c.revision(),
        reading.upTo(),
        reading.unread(),
        access.mayWrite(actor, c),
        reading.muted(),
        blocked(own, c));
  }

  private List<UUID> blocked(Side own, Conversation c) {
    List<UUID> others =
        c.sides().stream()
            .filter(s -> s.isAuthority() && !s.id().equals(own.id()))
            .map(Side::id)
            .toList();
    Map<UUID, List<Tie>> between = ties.between(List.of(own.id()), others);
    return others.stream()
        .filter(
            other ->
                between.getOrDefault(other, List.of()).stream()
                    .anyMatch(t -> t.kind() == TieKind.BLOCKED && own.id().equals(t.side())))
        .toList();
  }

  /** The sides of these conversations by their names now. */
  Map<UUID, Party> parties(Collection<Conversation> found) {
    List<UUID> ids =
        found.stream().flatMap(c -> c.sides().stream()).map(Side::id).distinct().toList();
    return organisations.findAll(ids).values().stream()
        .collect(Collectors.toMap(Organisation::id, Party::of));
  }

  private Map<UUID, Contact> contacts(Collection<Conversation> found) {
    List<UUID> sharing =
        found.stream()
            .flatMap(c -> c.sides().stream())
            .filter(Side::sharesContact)
            .map(Side::id)
            .distinct()
            .toList();
    return sharing.isEmpty()
        ? Map.of()
        : profiles.list(sharing).values().stream()
            .collect(Collectors.toMap(Profile::id, p -> p.content().contact()));
  }

  /** What is known of the sides of some conversations. */
  private record Known(
      Map<UUID, Party> parties, Map<UUID, Contact> contacts, Map<UUID, Map<UUID, Long>> read) {
    SideResponse side(Conversation c, Side side) {
      Party party = parties.get(side.id());
      if (party == null) {
        throw new IllegalStateException("No organisation " + side.id()); // the foreign key says so
      }
      Contact contact = side.sharesContact() ? contacts.get(side.id()) : null;
      return new SideResponse(
          party,
          !side.isPresent(),
          read.getOrDefault(c.id(), Map.of()).getOrDefault(side.id(), 0L),
          contact == null ? null : SideResponse.SharedContact.of(contact));
    }
  }
}
