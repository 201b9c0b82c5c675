package eu.bridgehall.partnerships;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.partnerships.ForbiddenPairRepository.Row;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.ties.Certainty;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Pairs that the secretariat keeps apart. The two never learn of it: they are not suggested to each
 * other, asking is refused without a reason, and what is open between them ends.
 */
@Singleton
public class ForbiddenPairs implements PersonalRecords {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 1000;

  private final ForbiddenPairRepository pairs;
  private final IntroductionEndings endings;
  private final Organisations organisations;
  private final People people;
  private final Ties ties;
  private final AuditLog audit;
  private final Clock clock;

  ForbiddenPairs(
      ForbiddenPairRepository pairs,
      IntroductionEndings endings,
      Organisations organisations,
      People people,
      Ties ties,
      AuditLog audit,
      Clock clock) {
    this.pairs = pairs;
    this.endings = endings;
    this.organisations = organisations;
    this.people = people;
    this.ties = ties;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The pairs that are kept apart, the newest first.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public Page<ForbiddenPair> list(Actor actor, PageRequest page) {
    require(actor);
    return Page.at(page.offset(), shown(pairs.list(page)), pairs.count());
  }

  /**
   * Keeps two authorities apart from now on, and ends what is open between them.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, and for its people where
   *     they are members of one of the two
   * @throws DomainException.NotFound where one of them is not there
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where they are kept apart already
   */
  @Transactional
  public ForbiddenPair forbid(Actor actor, ForbidPair request) {
    require(actor);
    FieldChecks checks = new FieldChecks();
    UUID one = checks.present("one", request.one());
    UUID other = checks.present("other", request.other());
    String reason = checks.text("reason", request.reason(), LONGEST);
    if (!reason.isEmpty() && reason.codePointCount(0, reason.length()) < SHORTEST) {
      checks.refuse("reason", "introductions.text.tooShort", Map.of("min", SHORTEST));
    }
    checks.require(one == null || !one.equals(other), "other", "introductions.ask.self");
    checks.done();
    Objects.requireNonNull(one);
    Objects.requireNonNull(other);
    requireNoMember(actor, one, other);
    organisations.getAuthority(one);
    organisations.getAuthority(other);
    // after who asks at this moment, so that what it asks for is seen and ended
    endings.await(one, other);
    Row row = new Row(Ids.next(), one, other, reason, actor.person(), now());
    if (!pairs.add(row)) {
      throw new DomainException.Conflict("forbiddenPairs.already");
    }
    ties.record(one, other, TieKind.FORBIDDEN, Certainty.CONFIRMED, null, "secretariat");
    audit.record(actor, "pair.forbid", row.id(), Map.of("one", one, "other", other));
    endings.endBetween(actor, one, other);
    return shown(List.of(row)).getFirst();
  }

  /**
   * Keeps them apart no longer.
   *
   * @throws DomainException.Forbidden as {@link #forbid}
   * @throws DomainException.NotFound where there is no such pair, or no longer
   */
  @Transactional
  public void lift(Actor actor, UUID id) {
    require(actor);
    Row row =
        pairs.lock(id).orElseThrow(() -> new DomainException.NotFound("forbiddenPairs.notFound"));
    requireNoMember(actor, row.low(), row.high());
    pairs.lift(id, actor.person(), now());
    ties.end(row.low(), row.high(), TieKind.FORBIDDEN, null, "lifted");
    audit.record(actor, "pair.lift", id, Map.of("one", row.low(), "other", row.high()));
  }

  private List<ForbiddenPair> shown(List<Row> rows) {
    Set<UUID> authorities = new HashSet<>();
    rows.forEach(r -> authorities.addAll(List.of(r.low(), r.high())));
    Map<UUID, Organisation> named = organisations.findAll(authorities);
    Map<UUID, Person> persons = people.findAll(rows.stream().map(Row::by).toList());
    return rows.stream()
        .map(
            r -> {
              Person by = persons.get(r.by());
              return new ForbiddenPair(
                  r.id(),
                  AuthorityRef.of(Objects.requireNonNull(named.get(r.low()))),
                  AuthorityRef.of(Objects.requireNonNull(named.get(r.high()))),
                  r.reason(),
                  r.at(),
                  by == null ? null : by.name());
            })
        .toList();
  }

  private static void require(Actor actor) {
    if (!actor.isSecretariat()) {
      throw new DomainException.Forbidden("forbiddenPairs.forbidden");
    }
  }

  private static void requireNoMember(Actor actor, UUID one, UUID other) {
    if (actor.authorities().containsKey(one) || actor.authorities().containsKey(other)) {
      throw new DomainException.Forbidden("forbiddenPairs.ownAuthority");
    }
  }

  @Override
  public String name() {
    return "forbiddenPairs";
  }

  @Override
  public Object collect(Person person) {
    return pairs.listBy(person.id()).stream()
        .map(r -> new Decided(r.low(), r.high(), r.at(), r.reason()))
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** What the person decided, and why. */
  @Serdeable
  record Decided(UUID one, UUID other, Instant at, String reason) {}
}
