package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.messaging.ReadingRepository.Reading;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.OrganisationNames;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.model.Contact;
import jakarta.inject.Singleton;
import java.time.Instant;
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
  private final OrganisationNames names;
  private final ProfileDirectory profiles;
  private final BetweenSides between;

  ConversationAnswers(
      ReadingRepository readings,
      ConversationAccess access,
      Organisations organisations,
      OrganisationNames names,
      ProfileDirectory profiles,
      BetweenSides between) {
    this.readings = readings;
    this.access = access;
    this.organisations = organisations;
    this.names = names;
    this.profiles = profiles;
    this.between = between;
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
    Known known =
        new Known(parties(found), contacts(found), readings.listBySide(ids), between.of(found));
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
        known.side(c, own, own),
        c.sides().stream()
            .filter(s -> !s.id().equals(own.id()))
            .map(s -> known.side(c, s, own))
            .toList(),
        c.openedAt(),
        lastMessageAt(actor, c),
        access.readsUpTo(actor, c),
        access.seesUpTo(actor, c),
        reading.upTo(),
        reading.unread(),
        access.mayWrite(actor, c, known.now()),
        reading.muted(),
        c.sides().stream()
            .map(Side::id)
            .filter(other -> known.now().hasBlocked(own.id(), other))
            .toList(),
        strangers(c, own, known.now()));
  }

  private static List<UUID> strangers(Conversation c, Side own, BetweenSides.Now now) {
    List<Side> others = c.presentBeside(own.id());
    if (others.size() < 2 || !own.isPresent() || !own.isAuthority()) {
      return List.of();
    }
    return others.stream()
        .filter(Side::isAuthority)
        .map(Side::id)
        .filter(other -> !now.areInTouch(own.id(), other))
        .toList();
  }

  private @Nullable Instant lastMessageAt(Actor actor, Conversation c) {
    if (access.readsUpTo(actor, c) == 0) {
      return null;
    }
    Side.Left left = access.furthest(actor, c).left();
    return left == null ? c.activeAt() : left.activeAt();
  }

  /** The sides of these conversations by their names now. */
  Map<UUID, Party> parties(Collection<Conversation> found) {
    List<UUID> ids =
        found.stream().flatMap(c -> c.sides().stream()).map(Side::id).distinct().toList();
    return organisations.findAll(ids).values().stream()
        .collect(Collectors.toMap(Organisation::id, this::party));
  }

  /** An organisation as the reader of the answer that is being made knows it. */
  Party party(Organisation organisation) {
    return Party.of(organisation, names.of(organisation));
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
      Map<UUID, Party> parties,
      Map<UUID, Contact> contacts,
      Map<UUID, Map<UUID, Long>> read,
      BetweenSides.Now now) {
    /** A side as another one, or it itself, sees it. */
    SideResponse side(Conversation c, Side side, Side reader) {
      Party party = parties.get(side.id());
      if (party == null) {
        throw new IllegalStateException("No organisation " + side.id()); // the foreign key says so
      }
      Contact contact = now.showsContact(side, reader) ? contacts.get(side.id()) : null;
      long readUpTo = read.getOrDefault(c.id(), Map.of()).getOrDefault(side.id(), 0L);
      return new SideResponse(
          party,
          side.hasLeftBefore(reader),
          Math.min(readUpTo, reader.readsUpTo()),
          contact == null ? null : SideResponse.SharedContact.of(contact));
    }
  }
}
