package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.DecisionChecks.About;
import eu.bridgehall.moderation.model.DecisionOrigin;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the secretariat decides about an authority and what it does, without a report. */
@Singleton
public class AuthorityDecisions {
  private final Decisions decisions;
  private final DecisionRepository repository;
  private final ReportRepository reports;
  private final DecisionChecks checks;
  private final DecisionAnswers answers;
  private final ModerationPermission permission;
  private final QueueGuard guard;
  private final SignalFlags flags;
  private final Organisations organisations;
  private final Clock clock;

  AuthorityDecisions(
      Decisions decisions,
      DecisionRepository repository,
      ReportRepository reports,
      DecisionChecks checks,
      DecisionAnswers answers,
      ModerationPermission permission,
      QueueGuard guard,
      SignalFlags flags,
      Organisations organisations,
      Clock clock) {
    this.decisions = decisions;
    this.repository = repository;
    this.reports = reports;
    this.checks = checks;
    this.answers = answers;
    this.permission = permission;
    this.guard = guard;
    this.flags = flags;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * Decides about an authority; the signal that has led to it is closed.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, and a moderator who acts
   *     for it, has reported its profile, or decided about that before it was to be looked at again
   * @throws DomainException.NotFound where there is no such authority
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where one is in force before, or somebody else has taken on
   *     its profile or a report of it
   */
  @Transactional
  public DecisionResponse decide(Actor actor, UUID authority, DecideRequest request) {
    permission.mustModerate(actor);
    organisations.getAuthority(authority);
    permission.mustBeImpartial(actor, authority);
    permission.mustLookAfresh(actor, authority);
    About about = new About(SubjectKind.AUTHORITY, authority, null, authority, null, Set.of());
    Decision checked =
        checks.check(
            about, request, actor.person(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    repository.lockConcerned(checked);
    guard.working(actor, WaitingKind.PROFILE, authority);
    guard.working(actor, WaitingKind.PROFILE_CHANGE, authority);
    reports.lockOpen(authority).forEach(report -> guard.working(actor, WaitingKind.REPORT, report));
    DecisionOrigin origin =
        flags.decide(actor, request.flag(), checked.id(), f -> f.authority().equals(authority));
    return decisions.make(actor, checked.from(origin), List.of());
  }

  /**
   * The latest decisions that concern an authority, the newest first.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, and a moderator who acts
   *     for it
   * @throws DomainException.NotFound where there is no such authority
   */
  @Transactional
  public List<DecisionResponse> listOf(Actor actor, UUID authority, int limit) {
    permission.mustModerate(actor);
    organisations.getAuthority(authority);
    permission.mustBeImpartial(actor, authority);
    return answers.of(repository.listOf(actor, authority, limit));
  }
}
