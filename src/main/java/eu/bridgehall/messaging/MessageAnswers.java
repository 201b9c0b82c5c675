package eu.bridgehall.messaging;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages as their reader sees them. */
@Singleton
class MessageAnswers {
  private final MessageRepository messages;
  private final AttachmentRepository attachments;
  private final ConversationAnswers conversations;
  private final ConversationAccess access;
  private final ConversationSettings settings;
  private final People people;
  private final Clock clock;

  MessageAnswers(
      MessageRepository messages,
      AttachmentRepository attachments,
      ConversationAnswers conversations,
      ConversationAccess access,
      ConversationSettings settings,
      People people,
      Clock clock) {
    this.messages = messages;
    this.attachments = attachments;
    this.conversations = conversations;
    this.access = access;
    this.settings = settings;
    this.people = people;
    this.clock = clock;
  }

  /** One message of a conversation that the actor may read. */
  MessageResponse of(Actor actor, Conversation c, Message message) {
    return of(actor, c, List.of(message)).getFirst();
  }

  /** Messages of a conversation that the actor may read. */
  List<MessageResponse> of(Actor actor, Conversation c, Collection<Message> found) {
    return of(actor, Map.of(c.id(), c), found);
  }

  /**
   * Messages of several conversations that the actor may read, in their order.
   *
   * @param around the conversations, by id
   */
  List<MessageResponse> of(Actor actor, Map<UUID, Conversation> around, Collection<Message> found) {
    Map<UUID, Message> quoted =
        messages
            .listByIds(found.stream().map(Message::quotes).filter(Objects::nonNull).toList())
            .stream()
            .collect(Collectors.toMap(Message::id, m -> m));
    Map<UUID, Message> seen =
        asSeen(actor, around, Stream.concat(found.stream(), quoted.values().stream()).toList());
    Map<UUID, Party> parties = conversations.parties(around.values());
    Map<UUID, Person> authors =
        people.findAll(seen.values().stream().map(Message::author).collect(Collectors.toSet()));
    List<UUID> ids =
        found.stream()
            .filter(m -> seen.getOrDefault(m.id(), m).withheld() == null)
            .map(Message::id)
            .toList();
    Map<UUID, List<AttachmentRef>> files = attachments.listOf(ids);
    Map<UUID, Integer> withheld = attachments.countWithheld(ids);
    return found.stream()
        .map(m -> seen.getOrDefault(m.id(), m))
        .map(
            m ->
                new MessageResponse(
                    m.id(),
                    m.number(),
                    Objects.requireNonNull(parties.get(m.side())),
                    name(authors, m),
                    m.author().equals(actor.personId()),
                    shown(m),
                    FormattedText.html(shown(m)),
                    files.getOrDefault(m.id(), List.of()),
                    withheld.getOrDefault(m.id(), 0),
                    quote(m.quotes() == null ? null : seen.get(m.quotes()), authors),
                    m.at(),
                    m.editedAt(),
                    m.author().equals(actor.personId()) && mayEdit(m),
                    withheld(m)))
        .toList();
  }

  /** What its readers are shown of it: nothing of what the secretariat keeps from them. */
  private static String shown(Message message) {
    return message.withheld() == null ? message.text() : "";
  }

  private static @Nullable String withheld(Message message) {
    return message.withheld() == null ? null : message.withheld().id();
  }

  /** A message as the actor sees it: where her side has left, as it was then. */
  Message asSeen(Actor actor, Conversation c, Message message) {
    return asSeen(actor, Map.of(c.id(), c), List.of(message)).getOrDefault(message.id(), message);
  }

  /** The same of several, by id. */
  private Map<UUID, Message> asSeen(
      Actor actor, Map<UUID, Conversation> around, Collection<Message> found) {
    Map<UUID, Message> seen = new HashMap<>();
    found.forEach(m -> seen.put(m.id(), m));
    for (Conversation c : around.values()) {
      long upTo = access.furthest(actor, c).seesUpTo();
      List<UUID> changed =
          found.stream()
              .filter(m -> m.conversation().equals(c.id()) && m.revision() > upTo)
              .map(Message::id)
              .toList();
      if (!changed.isEmpty()) {
        seen.putAll(messages.listAt(changed, upTo));
      }
    }
    return seen;
  }

  /** Whether the time in which the author can change it is not over, and it is shown. */
  boolean mayEdit(Message message) {
    return message.withheld() == null && isInTime(message);
  }

  private boolean isInTime(Message message) {
    return clock.instant().isBefore(message.at().plus(settings.editWithin()));
  }

  private static MessageResponse.@Nullable Quote quote(
      @Nullable Message quoted, Map<UUID, Person> authors) {
    if (quoted == null) {
      return null;
    }
    return new MessageResponse.Quote(
        quoted.id(),
        quoted.number(),
        name(authors, quoted),
        FormattedText.excerpt(shown(quoted)),
        withheld(quoted));
  }

  private static @Nullable String name(Map<UUID, Person> authors, Message message) {
    Person author = authors.get(message.author());
    return author == null ? null : author.name();
  }
}
