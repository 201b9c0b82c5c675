package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Memberships;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.MemberRole;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide, and whom a decision concerns. The secretariat decides, but nobody about an
 * authority of her own, what she has written, or what she has reported; what takes two, takes two
 * people; and an appeal is never decided by one of those whose decision it is about.
 */
@Singleton
class ModerationPermission {
  private final ReportRepository reports;
  private final Memberships memberships;

  ModerationPermission(ReportRepository reports, Memberships memberships) {
    this.reports = reports;
    this.memberships = memberships;
  }

  /**
   * Refuses everybody but the secretariat.
   *
   * @throws Forbidden for everybody else
   */
  void mustModerate(Actor actor) {
    actor.person();
    if (!actor.isSecretariat()) {
      throw new Forbidden("error.http.403");
    }
  }

  /**
   * Refuses a moderator whom it concerns herself.
   *
   * @throws Forbidden for a member of the authority, and who has written what it is about
   */
  void mustBeImpartial(Actor actor, @Nullable UUID authority, @Nullable UUID person) {
    if (!isImpartial(actor, authority, person)) {
      throw new Forbidden("moderation.own");
    }
  }

  /** Whether {@link #mustBeImpartial} lets her. */
  boolean isImpartial(Actor actor, @Nullable UUID authority, @Nullable UUID person) {
    return (authority == null || !actor.authorities().containsKey(authority))
        && !actor.person().equals(person);
  }

  /**
   * Refuses a moderator who has reported the same thing herself.
   *
   * @throws Forbidden where one of the open reports of it is hers
   */
  void mustNotHaveReported(Actor actor, UUID subject) {
    if (reports.isReportedBy(actor.person(), subject)) {
      throw new Forbidden("moderation.reported");
    }
  }

  /**
   * Refuses whoever acts for an authority with her whose account the decision is about.
   *
   * @throws Forbidden for a colleague
   */
  void mustBeNoColleague(Actor actor, Decision decision) {
    if (isColleague(actor, decision)) {
      throw new Forbidden("moderation.own");
    }
  }

  /** Whether {@link #mustBeNoColleague} refuses her. */
  boolean isColleague(Actor actor, Decision decision) {
    return decision.isAboutAccount()
        && memberships.listAuthorities(decision.subject()).stream()
            .anyMatch(actor.authorities()::containsKey);
  }

  private boolean hasReported(Actor actor, Decision decision) {
    return reports.listClosedBy(decision.id()).stream()
        .anyMatch(report -> report.reporter().equals(actor.person()));
  }

  /**
   * Refuses whoever is not the second pair of eyes.
   *
   * @throws Forbidden for who has proposed it, who has reported it, and whom it concerns
   */
  void mustBeSecond(Actor actor, Decision decision) {
    mustBeImpartial(actor, decision.authority(), decision.person());
    mustBeNoColleague(actor, decision);
    if (decision.decidedBy().equals(actor.person())) {
      throw new Forbidden("moderation.second");
    }
    if (hasReported(actor, decision)) {
      throw new Forbidden("moderation.reported");
    }
  }

  /** Whether {@link #mustBeSecond} lets her. */
  boolean isSecond(Actor actor, Decision decision) {
    return isImpartial(actor, decision.authority(), decision.person())
        && !isColleague(actor, decision)
        && !decision.decidedBy().equals(actor.person())
        && !hasReported(actor, decision);
  }

  /**
   * Refuses those who have made the decision that an appeal is about.
   *
   * @throws Forbidden for them, for who appeals, who has reported it, and whom it concerns
   */
  void mustJudge(Actor actor, Decision decision, Appeal appeal) {
    mustBeImpartial(actor, decision.authority(), decision.person());
    mustBeNoColleague(actor, decision);
    if (hadPart(actor, decision, appeal)) {
      throw new Forbidden("moderation.appeal.own");
    }
    if (hasReported(actor, decision)) {
      throw new Forbidden("moderation.reported");
    }
  }

  /** Whether {@link #mustJudge} lets her. */
  boolean mayJudge(Actor actor, Decision decision, Appeal appeal) {
    return isImpartial(actor, decision.authority(), decision.person())
        && !isColleague(actor, decision)
        && !hadPart(actor, decision, appeal)
        && !hasReported(actor, decision);
  }

  private static boolean hadPart(Actor actor, Decision decision, Appeal appeal) {
    UUID judge = actor.person();
    Decision.Step second = decision.second();
    return decision.decidedBy().equals(judge)
        || (second != null && judge.equals(second.by()))
        || appeal.by().equals(judge);
  }

  /**
   * Refuses who may not answer a correction of what a decision hides; who has decided it may.
   *
   * @throws Forbidden for who has reported it, and whom it concerns
   */
  void mustAnswer(Actor actor, Decision decision) {
    mustBeImpartial(actor, decision.authority(), decision.person());
    if (hasReported(actor, decision)) {
      throw new Forbidden("moderation.reported");
    }
  }

  /** Whether {@link #mustAnswer} lets her. */
  boolean mayAnswer(Actor actor, Decision decision) {
    return isImpartial(actor, decision.authority(), decision.person())
        && !hasReported(actor, decision);
  }

  /** Whether it concerns the actor, and she may know of it: the author, editors and owners. */
  boolean isConcerned(Actor actor, Decision decision) {
    UUID authority = decision.authority();
    return decision.kind().concernsSomebody()
        && decision.status().wasInForce()
        && (actor.person().equals(decision.person())
            || (authority != null && actor.isMember(authority, MemberRole.EDITOR)));
  }
}
