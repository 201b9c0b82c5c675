package eu.bridgehall.partnerships.model;

import static eu.bridgehall.partnerships.model.IntroductionStatus.ACCEPTED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.DECLINED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.ENDED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.EXPIRED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.PENDING_REVIEW;
import static eu.bridgehall.partnerships.model.IntroductionStatus.REJECTED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.SENT;
import static eu.bridgehall.partnerships.model.IntroductionStatus.WITHDRAWN;

import eu.bridgehall.kernel.DomainException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which step an introduction can take from where, to where, and who may take it: decided here and
 * nowhere else. A step once taken is final; whoever wants another try asks anew.
 */
public final class IntroductionLifecycle {
  private record Rule(
      Set<IntroductionStanding> who, Set<IntroductionStatus> from, IntroductionStatus to) {
    Rule(IntroductionStanding who, Set<IntroductionStatus> from, IntroductionStatus to) {
      this(EnumSet.of(who), from, to);
    }

    boolean isFor(Set<IntroductionStanding> standings) {
      return who.stream().anyMatch(standings::contains);
    }
  }

  private static final Map<IntroductionAction, Rule> RULES =
      Map.of(
          IntroductionAction.APPROVE,
          new Rule(IntroductionStanding.REVIEWER, EnumSet.of(PENDING_REVIEW), SENT),
          IntroductionAction.REJECT,
          new Rule(IntroductionStanding.REVIEWER, EnumSet.of(PENDING_REVIEW), REJECTED),
          IntroductionAction.ACCEPT,
          new Rule(IntroductionStanding.RECEIVER, EnumSet.of(SENT), ACCEPTED),
          IntroductionAction.DECLINE,
          new Rule(IntroductionStanding.RECEIVER, EnumSet.of(SENT), DECLINED),
          IntroductionAction.WITHDRAW,
          new Rule(
              EnumSet.of(IntroductionStanding.ASKER, IntroductionStanding.PROPOSER),
              EnumSet.of(PENDING_REVIEW, SENT),
              WITHDRAWN),
          IntroductionAction.EXPIRE,
          new Rule(IntroductionStanding.SERVICE, EnumSet.of(SENT), EXPIRED),
          IntroductionAction.END,
          new Rule(IntroductionStanding.SERVICE, EnumSet.of(PENDING_REVIEW, SENT), ENDED));

  private IntroductionLifecycle() {}

  /** Where an introduction stands when it has been asked for. */
  public static IntroductionStatus first(boolean needsReview) {
    return needsReview ? PENDING_REVIEW : SENT;
  }

  /**
   * Where the introduction stands after the step.
   *
   * @throws DomainException.NotFound for somebody who must not learn that it exists
   * @throws DomainException.Forbidden where none of these standings may ever take this step
   * @throws DomainException.Conflict where the step is theirs but not from this status
   */
  public static IntroductionStatus step(
      IntroductionAction action, IntroductionStatus from, Set<IntroductionStanding> standings) {
    if (standings.isEmpty()) {
      throw new DomainException.NotFound("introductions.notFound");
    }
    Rule rule = rule(action);
    if (!rule.isFor(standings)) {
      throw new DomainException.Forbidden("introductions.step.forbidden");
    }
    if (!rule.from().contains(from)) {
      throw new DomainException.Conflict(
          "introductions.step.conflict", Map.of("status", from.id()));
    }
    return rule.to();
  }

  /**
   * Where one that was proposed to both sides stands when they have answered so: it goes on waiting
   * until both have.
   *
   * @param one whether this side accepts; null while it has not answered
   * @param other whether the other does
   */
  public static IntroductionStatus proposed(@Nullable Boolean one, @Nullable Boolean other) {
    if (one == null || other == null) {
      return SENT;
    }
    return one && other ? ACCEPTED : DECLINED;
  }

  /** The steps that {@link #step} would take. */
  public static Set<IntroductionAction> allowed(
      IntroductionStatus from, Set<IntroductionStanding> standings) {
    EnumSet<IntroductionAction> allowed = EnumSet.noneOf(IntroductionAction.class);
    for (IntroductionAction action : IntroductionAction.values()) {
      Rule rule = rule(action);
      if (rule.isFor(standings) && rule.from().contains(from)) {
        allowed.add(action);
      }
    }
    return allowed;
  }

  private static Rule rule(IntroductionAction action) {
    Rule rule = RULES.get(action);
    if (rule == null) {
      throw new IllegalStateException("No rule for " + action);
    }
    return rule;
  }
}
