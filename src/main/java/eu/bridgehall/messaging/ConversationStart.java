package eu.bridgehall.messaging;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Begins conversations that come from no introduction. */
@Singleton
public class ConversationStart {
  private static final int LONGEST_SUBJECT = 200;
  private static final Duration DAY = Duration.ofDays(1);

  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final ConversationService service;
  private final ConversationAccess access;
  private final ConversationAnswers answers;
  private final Reach reach;
  private final Organisations organisations;
  private final ConversationSettings settings;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  ConversationStart(
      ConversationRepository conversations,
      MessageRepository messages,
      ConversationService service,
      ConversationAccess access,
      ConversationAnswers answers,
      Reach reach,
      Organisations organisations,
      ConversationSettings settings,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.service = service;
    this.access = access;
    this.answers = answers;
    this.reach = reach;
    this.organisations = organisations;
    this.settings = settings;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The organisations for which the actor may begin a conversation, by name. */
  @Transactional
  public List<Party> listOwn(Actor actor) {
    return organisations.findAll(access.organisations(actor)).values().stream()
        .filter(o -> Side.of(o.id(), o.kind()).isActedForBy(actor, MemberRole.EDITOR))
        .map(answers::party)
        .sorted(Comparator.comparing(Party::name))
        .toList();
  }

  /**
   * Whom an organisation may be expected to write to: the association, the secretariat, and the
   * authorities that it is in touch with, by name.
   *
   * @param named one that the actor has come for; it is among them where it can be reached
   * @throws DomainException.NotFound where the actor may not write for it
   */
  @Transactional
  public List<Party> listReachable(Actor actor, UUID from, @Nullable UUID named) {
    Organisation own = own(actor, from);
    Stream<Organisation> wanted =
        named == null ? Stream.empty() : organisations.find(named).stream();
    return Stream.concat(wanted.filter(o -> reach.isReached(own, List.of(o))), reach.near(own))
        .distinct()
        .map(answers::party)
        .toList();
  }

  /**
   * Begins a conversation with its first message.
   *
   * @param clientKey as for a message; sent again under the same key, the same conversation is the
   *     answer
   * @throws DomainException.Invalid where a field is not right, or one of the others cannot be
   *     written to
   * @throws DomainException.Conflict where the key was another message's
   * @throws DomainException.Forbidden where the actor may write for no organisation
   * @throws DomainException.TooMany where her organisation has begun too many today
   */
  @Transactional
  public ConversationResponse start(
      Actor actor, StartConversation request, @Nullable String clientKey) {
    Organisation from = from(actor, request.from());
    FieldChecks checks = new FieldChecks();
    String subject = checks.line("subject", request.subject(), LONGEST_SUBJECT);
    String text = checks.text("text", request.text(), ConversationService.LONGEST);
    if (clientKey != null) {
      checks.require(ConversationService.isKey(clientKey), "Idempotency-Key", "conversations.key");
    }
    List<UUID> ids =
        Objects.requireNonNullElse(request.to(), List.<UUID>of()).stream().distinct().toList();
    checks.require(!ids.isEmpty(), "to", "conversations.to.none");
    if (checks.areRight() && clientKey != null) {
      // what was begun stays begun, also where the others cannot be written to by now
      messages.lockKey(actor.person(), clientKey);
      Message before = messages.findByKey(actor.person(), clientKey).orElse(null);
      if (before != null) {
        Conversation begun = access.readable(actor, before.conversation());
        if (!isSame(begun, before, from.id(), ids, subject, text)) {
          throw new DomainException.Conflict("conversations.keyUsed");
        }
        return answers.of(actor, begun);
      }
    }
    List<Organisation> to = List.copyOf(organisations.findAll(ids).values());
    boolean reached = to.size() == ids.size() && reach.isReached(from, to);
    checks.require(ids.isEmpty() || reached, "to", "conversations.to.notReached");
    checks.require(!reached || reach.areTogether(to), "to", "conversations.to.notTogether");
    checks.done();
    conversations.lockStarts(from.id());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (conversations.countOpened(from.id(), now.minus(DAY)) >= settings.startsPerDay()) {
      throw new DomainException.TooMany("conversations.tooManyStarts", DAY);
    }
    Conversation begun = begin(actor, from, to, subject, now);
    service.add(actor, begun, Side.of(from.id(), from.kind()), text, null, List.of(), clientKey);
    return answers.of(actor, access.readable(actor, begun.id()));
  }

  /** Whether this is what was begun with that first message. */
  private boolean isSame(
      Conversation begun, Message first, UUID from, List<UUID> to, String subject, String text) {
    Set<UUID> sides = Stream.concat(Stream.of(from), to.stream()).collect(Collectors.toSet());
    return first.number() == 1
        && first.side().equals(from)
        && subject.equals(begun.subject())
        && sides.equals(begun.sides().stream().map(Side::id).collect(Collectors.toSet()))
        && text.equals(messages.firstText(first));
  }

  private Conversation begin(
      Actor actor, Organisation from, List<Organisation> to, String subject, Instant now) {
    List<Side> sides =
        Stream.concat(Stream.of(from), to.stream()).map(o -> Side.of(o.id(), o.kind())).toList();
    Conversation begun = new Conversation(Ids.next(), null, subject, now, 0, 0, now, sides);
    conversations.add(begun, from.id());
    audit.record(
        actor,
        "conversation.begin",
        begun.id(),
        Map.of("from", from.id(), "to", to.stream().map(Organisation::id).toList()));
    outbox.publish(new ConversationBegun(begun.id(), from.id()));
    return begun;
  }

  private Organisation from(Actor actor, @Nullable UUID wanted) {
    if (wanted != null) {
      return own(actor, wanted);
    }
    List<Party> own = listOwn(actor);
    if (own.isEmpty()) {
      throw new DomainException.Forbidden("conversations.viewer");
    }
    if (own.size() > 1) {
      throw new DomainException.Invalid("from", "conversations.side");
    }
    return organisations.get(own.getFirst().id());
  }

  private Organisation own(Actor actor, UUID id) {
    return organisations
        .find(id)
        .filter(o -> Side.of(o.id(), o.kind()).isActedForBy(actor, MemberRole.EDITOR))
        .orElseThrow(() -> new DomainException.NotFound("organisations.notFound"));
  }
}
