package eu.bridgehall.moderation;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who works on what of the queue. Whoever takes something on decides it alone: others are refused
 * until she has decided, given it back, or let it lapse. The secretariat can take over what others
 * have.
 */
@Singleton
public class QueueClaims {
  private final QueueClaimRepository claims;
  private final QueueSources sources;
  private final QueueGuard guard;
  private final QueueSettings settings;
  private final People people;
  private final AuditLog audit;
  private final Clock clock;

  QueueClaims(
      QueueClaimRepository claims,
      QueueSources sources,
      QueueGuard guard,
      QueueSettings settings,
      People people,
      AuditLog audit,
      Clock clock) {
    this.claims = claims;
    this.sources = sources;
    this.guard = guard;
    this.settings = settings;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody has taken on. */
  record Key(WaitingKind kind, UUID subject) {}

  /**
   * Takes it on, or has it for longer.
   *
   * @param take whether it is taken over from who has it
   * @throws DomainException.Forbidden for those who decide nothing, and where others than the
   *     secretariat take over
   * @throws DomainException.NotFound where it does not wait for the actor
   * @throws DomainException.Conflict where somebody else has it
   */
  @Transactional
  public QueueClaim claim(Actor actor, WaitingKind kind, UUID subject, boolean take) {
    sources.requireWaiting(actor, kind, subject);
    if (take && !actor.isSecretariat()) {
      throw new DomainException.Forbidden("moderation.claim.takeForbidden");
    }
    Instant now = now();
    claims.deleteLapsed(now);
    QueueClaimRepository.Row wanted =
        new QueueClaimRepository.Row(
            kind, subject, actor.person(), now, now.plus(settings.claimFor()));
    if (!claims.claim(wanted, take)) {
      throw guard.taken(claims.find(kind, subject, now).orElse(wanted));
    }
    audit.record(actor, "queue.claim", subject, Map.of("kind", kind.id(), "take", take));
    return find(actor, kind, subject).orElseThrow();
  }

  /**
   * Gives it back; what nobody has stays so.
   *
   * @throws DomainException.Forbidden for those who decide nothing
   * @throws DomainException.NotFound where it does not wait for the actor
   * @throws DomainException.Conflict where somebody else has it
   */
  @Transactional
  public void release(Actor actor, WaitingKind kind, UUID subject) {
    sources.requireWaiting(actor, kind, subject);
    QueueClaimRepository.Row claim = claims.find(kind, subject, now()).orElse(null);
    if (claim == null) {
      return;
    }
    if (!claim.person().equals(actor.person())) {
      throw guard.taken(claim);
    }
    claims.delete(kind, subject, actor.person());
    audit.record(actor, "queue.release", subject, Map.of("kind", kind.id()));
  }

  /** Who has it, for the page of a thing that its reader may see. */
  @Transactional
  public Optional<QueueClaim> find(Actor actor, WaitingKind kind, UUID subject) {
    return claims
        .find(kind, subject, now())
        .map(
            row ->
                shown(
                    actor,
                    row,
                    people.find(row.person()).map(p -> Map.of(p.id(), p)).orElse(Map.of())));
  }

  /** Everything that somebody has taken on, for the queue. */
  Map<Key, QueueClaim> all(Actor actor) {
    List<QueueClaimRepository.Row> rows = claims.list(now());
    Map<UUID, Person> persons =
        people.findAll(rows.stream().map(QueueClaimRepository.Row::person).distinct().toList());
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> new Key(row.kind(), row.subject()), row -> shown(actor, row, persons)));
  }

  private static QueueClaim shown(
      Actor actor, QueueClaimRepository.Row row, Map<UUID, Person> persons) {
    Person person = persons.get(row.person());
    return new QueueClaim(
        person == null ? null : person.name(),
        row.person().equals(actor.personId()),
        row.since(),
        row.until());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
