package eu.bridgehall.moderation;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.DecisionChecks.About;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.SubjectKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Those who report, and what is decided about that: whoever often reports without reason is warned,
 * and then her reports are put aside for a term.
 */
@Singleton
public class Reporters {
  private final ReportRepository reports;
  private final DecisionRepository repository;
  private final Decisions decisions;
  private final DecisionChecks checks;
  private final DecisionAnswers answers;
  private final ModerationPermission permission;
  private final People people;
  private final Clock clock;

  Reporters(
      ReportRepository reports,
      DecisionRepository repository,
      Decisions decisions,
      DecisionChecks checks,
      DecisionAnswers answers,
      ModerationPermission permission,
      People people,
      Clock clock) {
    this.reports = reports;
    this.repository = repository;
    this.decisions = decisions;
    this.checks = checks;
    this.answers = answers;
    this.permission = permission;
    this.people = people;
    this.clock = clock;
  }

  /**
   * How much a person has reported, and how much of it without reason.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, and for herself
   * @throws DomainException.NotFound where there is no such person
   */
  @Transactional
  public ReporterResponse get(Actor actor, UUID person) {
    return ReporterResponse.of(
        find(actor, person),
        reports.tally(List.of(person)).getOrDefault(person, ReportRepository.Tally.NONE),
        isWarned(person),
        repository.findReportsStopped(person, clock.instant()).orElse(null));
  }

  /**
   * The latest decisions about a person and what she reports, the newest first, as {@link #get}.
   */
  @Transactional
  public List<DecisionResponse> listDecisions(Actor actor, UUID person, int limit) {
    find(actor, person);
    return answers.of(repository.listAbout(SubjectKind.REPORTER, person, limit));
  }

  /**
   * Warns a person for what she reports, or puts her reports aside; that only after a warning which
   * stands.
   *
   * @throws DomainException.Forbidden as {@link #get}, and for a moderator about whose authority,
   *     or about whom, the person has reported something
   * @throws DomainException.NotFound where there is no such person
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where her reports are put aside already
   */
  @Transactional
  public DecisionResponse decide(Actor actor, UUID person, DecideRequest request) {
    find(actor, person);
    permission.mustBeImpartialAboutReportsOf(actor, person);
    About about = new About(SubjectKind.REPORTER, person, null, null, person, Set.of());
    Decision checked =
        checks.check(
            about, request, actor.person(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (checked.kind() == DecisionKind.RESTRICT && !isWarned(person)) {
      throw new DomainException.Invalid("kind", "moderation.reporter.warnFirst");
    }
    return decisions.make(actor, checked, List.of());
  }

  private boolean isWarned(UUID person) {
    return repository.listAbout(SubjectKind.REPORTER, person, Integer.MAX_VALUE).stream()
        .anyMatch(d -> d.kind() == DecisionKind.WARN && d.status() == DecisionStatus.IN_FORCE);
  }

  private Person find(Actor actor, UUID person) {
    permission.mustModerate(actor);
    Person found = people.get(person);
    permission.mustBeAnother(actor, person);
    return found;
  }
}
