package eu.bridgehall.profiles.model;

import static eu.bridgehall.profiles.model.ProfileStatus.ARCHIVED;
import static eu.bridgehall.profiles.model.ProfileStatus.CONFIRMED;
import static eu.bridgehall.profiles.model.ProfileStatus.DRAFT;
import static eu.bridgehall.profiles.model.ProfileStatus.PAUSED;
import static eu.bridgehall.profiles.model.ProfileStatus.RETURNED;
import static eu.bridgehall.profiles.model.ProfileStatus.SUBMITTED;
import static eu.bridgehall.profiles.model.ProfileStatus.SUSPENDED;
import static eu.bridgehall.profiles.model.Standing.ASSOCIATION;
import static eu.bridgehall.profiles.model.Standing.DECISION;
import static eu.bridgehall.profiles.model.Standing.EDITOR;
import static eu.bridgehall.profiles.model.Standing.OWNER;
import static eu.bridgehall.profiles.model.Standing.SECRETARIAT;
import static eu.bridgehall.profiles.model.Standing.SERVICE;

import eu.bridgehall.kernel.DomainException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which step a profile can take from where, to where, and who may take it: decided here and nowhere
 * else.
 *
 * <ul>
 *   <li>Whoever confirms, returns, suspends or reinstates is never a member of that authority, even
 *       if she also works for the association or the secretariat: two pairs of eyes.
 *   <li>Members do not edit what is being reviewed: they withdraw it first. The association and the
 *       secretariat may correct it.
 *   <li>A confirmed profile stays confirmed when its members edit it, except for the type and the
 *       official name: what the confirmation vouched for goes back to the queue. The place is never
 *       edited; country, regions and the rule "one authority for a place" hang on it.
 *   <li>Nobody takes what is confirmed away from others by herself: it is suspended or returned by
 *       a decision alone, of which those concerned are given the reasons and against which they can
 *       appeal. The end of that decision takes it back to where it was, or to where it can be
 *       confirmed again; nothing else does.
 *   <li>Archiving is the end. An owner archives her own, except while it is suspended; the
 *       association and the secretariat what never took part; the secretariat what is suspended.
 * </ul>
 */
public final class ProfileLifecycle {
  private static final Set<Standing> WRITERS = EnumSet.of(EDITOR, OWNER);
  private static final Set<Standing> OWNERS = EnumSet.of(OWNER);
  private static final Set<Standing> REVIEWERS = EnumSet.of(ASSOCIATION, SECRETARIAT, SERVICE);
  private static final Set<Standing> BY_DECISION = EnumSet.of(DECISION);

  /** A step; one for what is new is not taken by a profile that was ever confirmed. */
  private record Rule(
      ProfileStatus from, @Nullable ProfileStatus to, Set<Standing> who, boolean forNew) {
    boolean allows(ProfileState state, Set<Standing> acting) {
      return from == state.status() && !(forNew && state.tookPart()) && meets(who, acting);
    }
  }

  private static final Map<ProfileAction, List<Rule>> RULES =
      Map.ofEntries(
          Map.entry(ProfileAction.START, List.of()),
          Map.entry(
              ProfileAction.EDIT,
              List.of(
                  stays(DRAFT, WRITERS),
                  stays(RETURNED, WRITERS),
                  stays(SUBMITTED, REVIEWERS),
                  stays(CONFIRMED, either(WRITERS, REVIEWERS)),
                  stays(PAUSED, either(WRITERS, REVIEWERS)),
                  stays(SUSPENDED, either(WRITERS, REVIEWERS)))),
          Map.entry(
              ProfileAction.EDIT_IDENTITY,
              List.of(
                  stays(DRAFT, WRITERS),
                  stays(RETURNED, WRITERS),
                  stays(SUBMITTED, REVIEWERS),
                  stays(CONFIRMED, REVIEWERS),
                  goes(CONFIRMED, SUBMITTED, WRITERS),
                  stays(PAUSED, REVIEWERS),
                  goes(PAUSED, SUBMITTED, WRITERS),
                  stays(SUSPENDED, REVIEWERS))),
          Map.entry(
              ProfileAction.SUBMIT,
              List.of(goes(DRAFT, SUBMITTED, WRITERS), goes(RETURNED, SUBMITTED, WRITERS))),
          Map.entry(ProfileAction.WITHDRAW, List.of(goes(SUBMITTED, DRAFT, WRITERS))),
          Map.entry(ProfileAction.CONFIRM, List.of(goes(SUBMITTED, CONFIRMED, REVIEWERS))),
          Map.entry(
              ProfileAction.RETURN,
              List.of(
                  goes(SUBMITTED, RETURNED, REVIEWERS), goes(CONFIRMED, RETURNED, BY_DECISION))),
          Map.entry(ProfileAction.PAUSE, List.of(goes(CONFIRMED, PAUSED, WRITERS))),
          Map.entry(ProfileAction.RESUME, List.of(goes(PAUSED, CONFIRMED, WRITERS))),
          Map.entry(ProfileAction.LAPSE, List.of(goes(CONFIRMED, PAUSED, EnumSet.of(SERVICE)))),
          Map.entry(
              ProfileAction.RECONFIRM,
              List.of(stays(CONFIRMED, WRITERS), goes(PAUSED, CONFIRMED, WRITERS))),
          Map.entry(
              ProfileAction.SUSPEND,
              List.of(
                  goes(CONFIRMED, SUSPENDED, BY_DECISION), goes(PAUSED, SUSPENDED, BY_DECISION))),
          Map.entry(
              ProfileAction.REINSTATE,
              List.of(goes(SUSPENDED, null, BY_DECISION), goes(RETURNED, SUBMITTED, BY_DECISION))),
          Map.entry(
              ProfileAction.ARCHIVE,
              List.of(
                  goes(DRAFT, ARCHIVED, OWNERS),
                  goes(SUBMITTED, ARCHIVED, OWNERS),
                  goes(RETURNED, ARCHIVED, OWNERS),
                  goes(CONFIRMED, ARCHIVED, OWNERS),
                  goes(PAUSED, ARCHIVED, OWNERS),
                  goesIfNew(DRAFT, ARCHIVED, REVIEWERS),
                  goesIfNew(SUBMITTED, ARCHIVED, REVIEWERS),
                  goesIfNew(RETURNED, ARCHIVED, REVIEWERS),
                  goes(SUSPENDED, ARCHIVED, EnumSet.of(SECRETARIAT)))));

  /** Steps that nobody takes on an authority of which she is a member. */
  private static final Set<ProfileAction> BY_OTHERS =
      EnumSet.of(
          ProfileAction.CONFIRM,
          ProfileAction.RETURN,
          ProfileAction.SUSPEND,
          ProfileAction.REINSTATE);

  private ProfileLifecycle() {}

  /**
   * Refuses a step that is never theirs, whatever the status.
   *
   * @throws DomainException.Forbidden where none of these standings may ever take this step
   */
  public static void permit(ProfileAction action, Set<Standing> standings) {
    Set<Standing> acting = acting(action, standings);
    if (rules(action).noneMatch(r -> meets(r.who(), acting))) {
      throw new DomainException.Forbidden("profiles.step.forbidden");
    }
  }

  /**
   * Where the profile stands after the step.
   *
   * @throws DomainException.Forbidden as {@link #permit}
   * @throws DomainException.Conflict where the step is theirs but not from this status
   */
  public static ProfileStatus step(
      ProfileAction action, ProfileState state, Set<Standing> standings) {
    permit(action, standings);
    Set<Standing> acting = acting(action, standings);
    // a reviewer's rule goes before a member's: it never takes a confirmation away
    Rule rule =
        rules(action)
            .filter(r -> r.allows(state, acting))
            .min((a, b) -> Boolean.compare(a.to() != state.status(), b.to() != state.status()))
            .orElseThrow(
                () ->
                    new DomainException.Conflict(
                        "profiles.step.conflict",
                        Map.of("status", state.status().id(), "step", action.id())));
    if (rule.to() != null) {
      return rule.to();
    }
    ProfileStatus before = state.suspendedFrom();
    return before == null ? CONFIRMED : before;
  }

  /** Whether {@link #step} would be taken. */
  public static boolean allows(ProfileAction action, ProfileState state, Set<Standing> standings) {
    Set<Standing> acting = acting(action, standings);
    return rules(action).anyMatch(r -> r.allows(state, acting));
  }

  /** Whether whoever takes the step must say why: whenever it is done to others. */
  public static boolean needsReason(ProfileAction action, Set<Standing> standings) {
    return switch (action) {
      case RETURN, SUSPEND, REINSTATE -> true;
      case ARCHIVE -> !standings.contains(OWNER);
      default -> false;
    };
  }

  /**
   * The capacities that count for a step: nobody reviews her own authority, and a member who closes
   * it does so as a member.
   */
  public static Set<Standing> acting(ProfileAction action, Set<Standing> standings) {
    boolean reviews = BY_OTHERS.contains(action);
    if (!(reviews || action == ProfileAction.ARCHIVE)
        || standings.stream().noneMatch(Standing::isMember)) {
      return standings;
    }
    return reviews
        ? Set.of()
        : standings.stream().filter(Standing::isMember).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Rule> rules(ProfileAction action) {
    return RULES.getOrDefault(action, List.of()).stream();
  }

  private static boolean meets(Set<Standing> who, Set<Standing> standings) {
    return standings.stream().anyMatch(who::contains);
  }

  private static Rule stays(ProfileStatus status, Set<Standing> who) {
    return new Rule(status, status, who, false);
  }

  private static Rule goes(ProfileStatus from, @Nullable ProfileStatus to, Set<Standing> who) {
    return new Rule(from, to, who, false);
  }

  private static Rule goesIfNew(ProfileStatus from, ProfileStatus to, Set<Standing> who) {
    return new Rule(from, to, who, true);
  }

  private static Set<Standing> either(Set<Standing> some, Set<Standing> others) {
    EnumSet<Standing> all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }
}
