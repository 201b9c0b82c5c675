package eu.bridgehall.moderation;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.moderation.model.DecisionOrigin;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.profiles.ProfileVisibility;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What automatic signals have found, for those who look at it: the secretariat, and of profiles
 * also the association of the country. Nobody looks at that about which she is not impartial.
 */
@Singleton
public class SignalFlags {
  private static final int LONGEST_NOTE = 1_000;

  private final SignalFlagRepository flags;
  private final ModerationPermission permission;
  private final QueueGuard guard;
  private final Organisations organisations;
  private final ProfileVisibility visibility;
  private final ConversationService conversations;
  private final People people;
  private final AuditLog audit;
  private final Clock clock;

  SignalFlags(
      SignalFlagRepository flags,
      ModerationPermission permission,
      QueueGuard guard,
      Organisations organisations,
      ProfileVisibility visibility,
      ConversationService conversations,
      People people,
      AuditLog audit,
      Clock clock) {
    this.flags = flags;
    this.permission = permission;
    this.guard = guard;
    this.organisations = organisations;
    this.visibility = visibility;
    this.conversations = conversations;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One flag, open or closed.
   *
   * @throws Forbidden for those who are neither of the secretariat nor of an association
   * @throws NotFound where it is not the actor's to see
   */
  @Transactional
  public SignalFlag get(Actor actor, UUID id) {
    return shown(visible(actor, id));
  }

  /**
   * Says that somebody has looked at it: it is closed, and the same is not flagged again.
   *
   * @throws Forbidden as {@link #get}
   * @throws NotFound as {@link #get}
   * @throws Conflict where it is closed, or somebody else has taken it on
   */
  @Transactional
  public SignalFlag dismiss(Actor actor, UUID id, SignalDismissal dismissal) {
    SignalFlagRepository.Row flag = visible(actor, id);
    FieldChecks checks = new FieldChecks();
    String note = checks.optionalText("note", dismissal.note(), LONGEST_NOTE);
    checks.done();
    close(actor, flag, SignalOutcome.DISMISSED, note);
    audit.record(
        actor,
        "flag.dismiss",
        flag.subject(),
        Map.of("flag", id, "signals", flag.signals().stream().map(Coded::id).toList()));
    return get(actor, id);
  }

  /**
   * Closes the flag that has led to a decision.
   *
   * @param id null where none has
   * @param decision where it waits for a second moderator who does not agree, the flag is open
   *     again
   * @param fits whether a flag can have led to it
   * @return what has led to it
   * @throws Invalid where it is no such flag that the actor sees
   * @throws Conflict as {@link #dismiss}
   */
  DecisionOrigin decide(
      Actor actor, @Nullable UUID id, UUID decision, Predicate<SignalFlagRepository.Row> fits) {
    if (id == null) {
      return DecisionOrigin.OWN;
    }
    SignalFlagRepository.Row flag =
        flags
            .find(id)
            .filter(found -> fits.test(found) && sees(actor, found))
            .orElseThrow(() -> new Invalid("flag", "moderation.flag.notFound"));
    close(actor, flag, SignalOutcome.DECIDED, null);
    flags.leadTo(id, decision);
    return DecisionOrigin.SIGNAL;
  }

  private void close(
      Actor actor, SignalFlagRepository.Row flag, SignalOutcome why, @Nullable String note) {
    guard.deciding(
        actor,
        flag.kind() == SignalSubject.ACCOUNT ? WaitingKind.SIGN_UP : WaitingKind.FLAG,
        flag.id());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!flags.close(flag.id(), new SignalFlagRepository.Closed(now, why, actor.person(), note))) {
      throw new Conflict("moderation.flag.closed");
    }
  }

  /** The open ones about a thing, for a page whose reader may decide about it. */
  @Transactional
  public List<SignalFlag> listOpen(Actor actor, UUID subject) {
    return flags.listOpen(subject).stream()
        .filter(flag -> sees(actor, flag))
        .map(this::shown)
        .toList();
  }

  private SignalFlagRepository.Row visible(Actor actor, UUID id) {
    actor.person();
    if (!actor.isSecretariat() && actor.associations().isEmpty()) {
      throw new Forbidden("moderation.queue.forbidden");
    }
    return flags
        .find(id)
        .filter(flag -> sees(actor, flag))
        .orElseThrow(() -> new NotFound("moderation.flag.notFound"));
  }

  private boolean sees(Actor actor, SignalFlagRepository.Row flag) {
    if (!permission.isImpartial(actor, flag)) {
      return false;
    }
    return actor.isSecretariat()
        || (flag.kind() == SignalSubject.PROFILE
            && organisations
                .find(flag.authority())
                .filter(o -> actor.isAssociationOf(visibility.servedBy(o.country())))
                .isPresent());
  }

  private SignalFlag shown(SignalFlagRepository.Row flag) {
    Organisation authority = organisations.get(flag.authority());
    Person person =
        flag.kind() == SignalSubject.ACCOUNT ? people.find(flag.subject()).orElse(null) : null;
    SignalFlagRepository.Closed closed = flag.closed();
    return new SignalFlag(
        flag.id(),
        flag.kind().id(),
        flag.subject(),
        flag.authority(),
        authority.name(),
        authority.countryCode(),
        others(flag.conversation(), flag.authority()),
        person == null ? null : person.name(),
        person == null ? null : person.emailDomain(),
        flag.signals().stream().map(Coded::id).toList(),
        flag.places(),
        flag.foundAt(),
        flag.waits(),
        closed == null ? null : closed.at(),
        closed == null ? null : closed.why().id(),
        closed == null ? null : closed.note());
  }

  private List<String> others(@Nullable UUID conversation, UUID authority) {
    return conversation == null
        ? List.of()
        : organisations.findAll(conversations.sidesOf(conversation)).values().stream()
            .filter(o -> !o.id().equals(authority))
            .map(Organisation::name)
            .sorted()
            .toList();
  }
}
