package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Memberships;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.DecisionChecks.About;
import eu.bridgehall.moderation.model.DecisionOrigin;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat decides about somebody's account: that nobody signs in to it, for a term or
 * until it is lifted. One moderator proposes it and another one confirms it, as for an authority.
 */
@Singleton
public class AccountDecisions {
  private final Decisions decisions;
  private final DecisionRepository repository;
  private final DecisionChecks checks;
  private final DecisionAnswers answers;
  private final ModerationPermission permission;
  private final SignalFlags flags;
  private final People people;
  private final Memberships memberships;
  private final Organisations organisations;
  private final Clock clock;

  AccountDecisions(
      Decisions decisions,
      DecisionRepository repository,
      DecisionChecks checks,
      DecisionAnswers answers,
      ModerationPermission permission,
      SignalFlags flags,
      People people,
      Memberships memberships,
      Organisations organisations,
      Clock clock) {
    this.decisions = decisions;
    this.repository = repository;
    this.checks = checks;
    this.answers = answers;
    this.permission = permission;
    this.flags = flags;
    this.people = people;
    this.memberships = memberships;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * An account, for those who decide about it.
   *
   * @param authorities for which she acts, by name
   * @param decisions about it, the newest first
   */
  public record AccountCase(
      Person person, List<Organisation> authorities, List<DecisionResponse> decisions) {
    public AccountCase {
      authorities = List.copyOf(authorities);
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * Proposes to suspend an account; the signal that has led to it is closed.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, for whose account it is,
   *     and for who acts for an authority with her
   * @throws DomainException.NotFound where there is no such account
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where it is proposed or in force
   */
  @Transactional
  public DecisionResponse decide(Actor actor, UUID personId, DecideRequest request) {
    permission.mustModerate(actor);
    Person person = people.get(personId);
    permission.mustBeImpartialAbout(actor, personId);
    About about = new About(SubjectKind.ACCOUNT, person.id(), null, null, person.id(), Set.of());
    Decision checked =
        checks.check(
            about, request, actor.person(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    DecisionOrigin origin =
        flags.decide(
            actor,
            request.flag(),
            checked.id(),
            f -> f.kind() == SignalSubject.ACCOUNT && f.subject().equals(personId));
    return decisions.make(actor, checked.from(origin), List.of());
  }

  /**
   * The latest decisions about an account, the newest first; none about which the actor is not
   * impartial.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   * @throws DomainException.NotFound where there is no such account
   */
  @Transactional
  public AccountCase get(Actor actor, UUID personId, int limit) {
    permission.mustModerate(actor);
    Person person = people.get(personId);
    return new AccountCase(
        person,
        organisations.findAll(memberships.listAuthorities(personId)).values().stream()
            .sorted(Comparator.comparing(Organisation::name))
            .toList(),
        answers.of(
            repository.listAbout(SubjectKind.ACCOUNT, personId, limit).stream()
                .filter(d -> permission.isImpartial(actor, d))
                .toList()));
  }

  /**
   * Refuses everybody who decides nothing.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  public void mustModerate(Actor actor) {
    permission.mustModerate(actor);
  }

  /**
   * The account with this very address.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   * @throws DomainException.Invalid where there is none
   */
  @Transactional
  public UUID find(Actor actor, @Nullable String email) {
    permission.mustModerate(actor);
    Optional<Person> found = people.findByEmail(email);
    FieldChecks wrong = new FieldChecks();
    wrong.require(found.isPresent(), "email", "moderation.account.none");
    wrong.done();
    return found.orElseThrow().id();
  }
}
