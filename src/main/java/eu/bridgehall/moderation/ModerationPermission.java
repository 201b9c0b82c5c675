package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.moderation.Impartiality.Matter;
import eu.bridgehall.moderation.model.AppealSide;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide, and whom a decision concerns. The secretariat decides, but nobody about what
 * {@link Impartiality} keeps from her, which she is not shown either, or about what she has
 * reported; what takes two, takes two people; and an appeal is never decided by one of those whose
 * decision it is about.
 */
@Singleton
class ModerationPermission {
  private final ReportRepository reports;
  private final Impartiality impartiality;

  ModerationPermission(ReportRepository reports, Impartiality impartiality) {
    this.reports = reports;
    this.impartiality = impartiality;
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
   * Refuses a moderator who acts for the authority herself.
   *
   * @throws Forbidden for her
   */
  void mustBeImpartial(Actor actor, UUID authority) {
    require(impartiality.isGiven(actor, new Matter(authority, null, null, null)));
  }

  /**
   * Refuses a moderator who is not impartial about one of the reports of a person.
   *
   * @throws Forbidden for her
   */
  void mustBeImpartialAboutReportsOf(Actor actor, UUID reporter) {
    require(!reports.hasPartial(actor, reporter));
  }

  /**
   * Refuses a moderator whose account it is, and who acts for an authority together with the
   * person.
   *
   * @throws Forbidden for her
   */
  void mustBeImpartialAbout(Actor actor, UUID account) {
    require(impartiality.isGiven(actor, new Matter(null, account, null, account)));
  }

  /**
   * Refuses the person herself.
   *
   * @throws Forbidden for her
   */
  void mustBeAnother(Actor actor, UUID person) {
    require(!actor.person().equals(person));
  }

  private static void require(boolean impartial) {
    if (!impartial) {
      throw new Forbidden("moderation.own");
    }
  }

  /** Whether a moderator reads the report, and may decide about it as far as that goes. */
  boolean isImpartial(Actor actor, ReportRepository.Row report) {
    return impartiality.isGiven(
        actor, new Matter(report.authority(), report.author(), report.conversation(), null));
  }

  /** Whether a moderator reads the decision, and may have a part in it as far as that goes. */
  boolean isImpartial(Actor actor, Decision decision) {
    UUID account = decision.isAboutAccount() ? decision.subject() : null;
    return impartiality.isGiven(
        actor,
        new Matter(decision.authority(), decision.person(), decision.conversation(), account));
  }

  /** Whether somebody reads the flag, as far as that goes. */
  boolean isImpartial(Actor actor, SignalFlagRepository.Row flag) {
    UUID account = flag.kind() == SignalSubject.ACCOUNT ? flag.subject() : null;
    return impartiality.isGiven(
        actor, new Matter(flag.authority(), account, flag.conversation(), account));
  }

  /**
   * Refuses a moderator who has reported the same thing herself, or has decided before about a
   * report of it that is looked at again.
   *
   * @throws Forbidden where one of the open reports of it is hers, or comes back from her
   */
  void mustLookAfresh(Actor actor, UUID subject) {
    if (reports.isReportedBy(actor.person(), subject)) {
      throw new Forbidden("moderation.reported");
    }
    if (reports.isDecidedBy(actor.person(), subject, null)) {
      throw new Forbidden("moderation.again.own");
    }
  }

  /** Whether a report that it closes, or an open one of the same thing, is the actor's. */
  private boolean hasReported(Actor actor, Decision decision) {
    return reports.isReportedBy(actor.person(), decision.subject())
        || reports.listClosedBy(decision.id()).stream()
            .anyMatch(report -> report.reporter().equals(actor.person()));
  }

  private boolean hasLookedBefore(Actor actor, Decision decision) {
    return reports.isDecidedBy(actor.person(), decision.subject(), decision.id());
  }

  /**
   * Refuses whoever is not the second pair of eyes.
   *
   * @throws Forbidden for who has proposed it, who has reported it, and who has decided before
   *     about a report of it that is looked at again
   */
  void mustBeSecond(Actor actor, Decision decision) {
    if (decision.decidedBy().equals(actor.person())) {
      throw new Forbidden("moderation.second");
    }
    if (hasReported(actor, decision)) {
      throw new Forbidden("moderation.reported");
    }
    if (hasLookedBefore(actor, decision)) {
      throw new Forbidden("moderation.again.own");
    }
  }

  /** Whether a moderator who reads it can be the second pair of eyes. */
  boolean isSecond(Actor actor, Decision decision) {
    return isImpartial(actor, decision)
        && !decision.decidedBy().equals(actor.person())
        && !hasReported(actor, decision)
        && !hasLookedBefore(actor, decision);
  }

  /**
   * Refuses those who have made the decision that an appeal is about.
   *
   * @param against all appeals against it, for one that is right ends the others with it
   * @throws Forbidden for them, for who has appealed, and who has reported it
   */
  void mustJudge(Actor actor, Decision decision, Collection<Appeal> against) {
    if (hadPart(actor, decision, against)) {
      throw new Forbidden("moderation.appeal.own");
    }
    if (hasReported(actor, decision)) {
      throw new Forbidden("moderation.reported");
    }
  }

  /** Whether a moderator who reads it can judge the appeals against it. */
  boolean mayJudge(Actor actor, Decision decision, Collection<Appeal> against) {
    return isImpartial(actor, decision)
        && !hadPart(actor, decision, against)
        && !hasReported(actor, decision);
  }

  private static boolean hadPart(Actor actor, Decision decision, Collection<Appeal> against) {
    UUID judge = actor.person();
    Decision.Step second = decision.second();
    return decision.decidedBy().equals(judge)
        || (second != null && judge.equals(second.by()))
        || against.stream().anyMatch(appeal -> appeal.by().equals(judge));
  }

  /** For whom somebody whom it concerns appeals: who has written it for herself. */
  static AppealSide sideOf(Actor actor, Decision decision) {
    return actor.person().equals(decision.person()) ? AppealSide.AUTHOR : AppealSide.AUTHORITY;
  }

  /**
   * Refuses who may not answer a correction of what a decision hides; who has decided it may.
   *
   * @param correction null where none waits
   * @throws Forbidden for who has made it, and who has reported what it is about
   */
  void mustAnswer(Actor actor, Decision decision, @Nullable Correction correction) {
    if (correction != null) {
      mustBeAnother(actor, correction.by());
    }
    if (hasReported(actor, decision)) {
      throw new Forbidden("moderation.reported");
    }
  }

  /** Whether a moderator who reads it can answer a correction. */
  boolean mayAnswer(Actor actor, Decision decision, Correction correction) {
    return isImpartial(actor, decision)
        && !correction.by().equals(actor.person())
        && !hasReported(actor, decision);
  }

  /**
   * The organisations that somebody acts for as far as decisions about them go: where she is editor
   * or owner, or officer of the association.
   */
  static Set<UUID> actsFor(Actor actor) {
    return Stream.concat(
            actor.authorities().keySet().stream()
                .filter(id -> actor.isMember(id, MemberRole.EDITOR)),
            actor.associations().keySet().stream())
        .collect(Collectors.toSet());
  }

  /** Whether it concerns the actor, and she may know of it: the author, and who acts for it. */
  boolean isConcerned(Actor actor, Decision decision) {
    UUID authority = decision.authority();
    return decision.kind().concernsSomebody()
        && decision.status().wasInForce()
        && (actor.person().equals(decision.person())
            || (authority != null && actsFor(actor).contains(authority)));
  }
}
