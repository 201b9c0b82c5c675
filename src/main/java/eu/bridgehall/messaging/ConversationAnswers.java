package eu.bridgehall.messaging;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.messaging.ConversationRepository.Reading;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.partnerships.AuthorityRef;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations and messages as their reader sees them. */
@Singleton
class ConversationAnswers {
  private final ConversationRepository conversations;
  private final ConversationAccess access;
  private final Organisations organisations;
  private final People people;

  ConversationAnswers(
      ConversationRepository conversations,
      ConversationAccess access,
      Organisations organisations,
      People people) {
    this.conversations = conversations;
    this.access = access;
    this.organisations = organisations;
    this.people = people;
  }

  /**
   * Conversations, which the actor may read.
   *
   * @param asked the authority of hers that is asked about; null for any
   */
  List<ConversationResponse> of(Actor actor, @Nullable UUID asked, Collection<Conversation> found) {
    List<UUID> ids = found.stream().map(Conversation::id).toList();
    Map<UUID, Reading> readings = conversations.readings(ids, actor.person());
    Map<UUID, AuthorityRef> authorities =
        authorities(found.stream().flatMap(c -> c.authorities().stream()).toList());
    return found.stream()
        .map(
            c -> {
              UUID own = own(actor, asked, c);
              UUID other =
                  c.authorities().stream().filter(a -> !a.equals(own)).findFirst().orElseThrow();
              Reading reading = readings.getOrDefault(c.id(), new Reading(0, 0));
              return new ConversationResponse(
                  c.id(),
                  c.introduction(),
                  authority(authorities, own),
                  authority(authorities, other),
                  c.openedAt(),
                  c.lastNumber() == 0 ? null : c.activeAt(),
                  c.lastNumber(),
                  reading.upTo(),
                  reading.unread(),
                  !access.writable(actor, c).isEmpty() && access.isOpen(c));
            })
        .toList();
  }

  /** Messages of a conversation that the actor may read. */
  List<MessageResponse> of(Actor actor, Conversation c, Collection<Message> found) {
    Map<UUID, AuthorityRef> authorities = authorities(c.authorities());
    Map<UUID, Person> authors =
        people.findAll(found.stream().map(Message::author).collect(Collectors.toSet()));
    return found.stream()
        .map(
            m -> {
              Person author = authors.get(m.author());
              return new MessageResponse(
                  m.id(),
                  m.number(),
                  authority(authorities, m.authority()),
                  author == null ? null : author.name(),
                  m.author().equals(actor.personId()),
                  m.text(),
                  m.at());
            })
        .toList();
  }

  private static UUID own(Actor actor, @Nullable UUID asked, Conversation c) {
    if (asked != null) {
      return asked;
    }
    return c.authorities().stream()
        .filter(a -> actor.isMember(a, MemberRole.VIEWER))
        .findFirst()
        .orElseThrow();
  }

  private Map<UUID, AuthorityRef> authorities(Collection<UUID> ids) {
    Map<UUID, Organisation> found = organisations.findAll(ids.stream().distinct().toList());
    return found.values().stream().collect(Collectors.toMap(Organisation::id, AuthorityRef::of));
  }

  private static AuthorityRef authority(Map<UUID, AuthorityRef> found, UUID id) {
    AuthorityRef authority = found.get(id);
    if (authority == null) {
      throw new IllegalStateException("No authority " + id); // the foreign key says there is
    }
    return authority;
  }
}
