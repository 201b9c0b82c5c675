package eu.bridgehall.profiles.model;

import static eu.bridgehall.profiles.model.ProfileStatus.ARCHIVED;
import static eu.bridgehall.profiles.model.ProfileStatus.CONFIRMED;
import static eu.bridgehall.profiles.model.ProfileStatus.DRAFT;
import static eu.bridgehall.profiles.model.ProfileStatus.PAUSED;
import static eu.bridgehall.profiles.model.ProfileStatus.RETURNED;
import static eu.bridgehall.profiles.model.ProfileStatus.SUBMITTED;
import static eu.bridgehall.profiles.model.ProfileStatus.SUSPENDED;
import static eu.bridgehall.profiles.model.Standing.ASSOCIATION;
import static eu.bridgehall.profiles.model.Standing.EDITOR;
import static eu.bridgehall.profiles.model.Standing.OWNER;
import static eu.bridgehall.profiles.model.Standing.SECRETARIAT;
import static eu.bridgehall.profiles.model.Standing.SERVICE;

import eu.bridgehall.kernel.DomainException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 *   <li>What was suspended is reinstated to where it was, and by the secretariat only, so that an
 *       association cannot undo a decision of the secretariat.
 *   <li>The secretariat may return a confirmed profile as well; where that was wrong, it takes the
 *       profile back to where it can be confirmed again.
 *   <li>Archiving is the end. An owner archives her own, except while it is suspended.
 * </ul>
 */
public final class ProfileLifecycle {
  private static final Set<Standing> WRITERS = EnumSet.of(EDITOR, OWNER);
  private static final Set<Standing> REVIEWERS = EnumSet.of(ASSOCIATION, SECRETARIAT, SERVICE);
  private static final Set<Standing> CENTRE = EnumSet.of(SECRETARIAT, SERVICE);

  private record Rule(ProfileStatus from, @Nullable ProfileStatus to, Set<Standing> who) {}

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
              List.of(goes(SUBMITTED, RETURNED, REVIEWERS), goes(CONFIRMED, RETURNED, CENTRE))),
          Map.entry(ProfileAction.PAUSE, List.of(goes(CONFIRMED, PAUSED, WRITERS))),
          Map.entry(ProfileAction.RESUME, List.of(goes(PAUSED, CONFIRMED, WRITERS))),
          Map.entry(ProfileAction.LAPSE, List.of(goes(CONFIRMED, PAUSED, EnumSet.of(SERVICE)))),
          Map.entry(
              ProfileAction.RECONFIRM,
              List.of(stays(CONFIRMED, WRITERS), goes(PAUSED, CONFIRMED, WRITERS))),
          Map.entry(
              ProfileAction.SUSPEND,
              List.of(goes(CONFIRMED, SUSPENDED, REVIEWERS), goes(PAUSED, SUSPENDED, REVIEWERS))),
          Map.entry(
              ProfileAction.REINSTATE,
              List.of(goes(SUSPENDED, null, CENTRE), goes(RETURNED, SUBMITTED, CENTRE))),
          Map.entry(
              ProfileAction.ARCHIVE,
              Stream.of(DRAFT, SUBMITTED, RETURNED, CONFIRMED, PAUSED, SUSPENDED)
                  .map(
                      s ->
                          s == SUSPENDED
                              ? goes(s, ARCHIVED, REVIEWERS)
                              : goes(s, ARCHIVED, either(EnumSet.of(OWNER), REVIEWERS)))
                  .toList()));

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
   * @param suspendedFrom where it was before it was suspended; null unless it is suspended
   * @throws DomainException.Forbidden as {@link #permit}
   * @throws DomainException.Conflict where the step is theirs but not from this status
   */
  public static ProfileStatus step(
      ProfileAction action,
      ProfileStatus from,
      @Nullable ProfileStatus suspendedFrom,
      Set<Standing> standings) {
    permit(action, standings);
    Set<Standing> acting = acting(action, standings);
    // a reviewer's rule goes before a member's: it never takes a confirmation away
    Rule rule =
        rules(action)
            .filter(r -> r.from() == from && meets(r.who(), acting))
            .min((a, b) -> Boolean.compare(a.to() != from, b.to() != from))
            .orElseThrow(
                () ->
                    new DomainException.Conflict(
                        "profiles.step.conflict",
                        Map.of("status", from.id(), "step", action.id())));
    if (rule.to() != null) {
      return rule.to();
    }
    return suspendedFrom == null ? CONFIRMED : suspendedFrom;
  }

  /** Whether {@link #step} would be taken. */
  public static boolean allows(ProfileAction action, ProfileStatus from, Set<Standing> standings) {
    Set<Standing> acting = acting(action, standings);
    return rules(action).anyMatch(r -> r.from() == from && meets(r.who(), acting));
  }

  /** Whether whoever takes the step must say why: whenever it is done to others. */
  public static boolean needsReason(ProfileAction action, Set<Standing> standings) {
    return switch (action) {
      case RETURN, SUSPEND, REINSTATE -> true;
      case ARCHIVE -> !standings.contains(OWNER);
      default -> false;
    };
  }

  private static Stream<Rule> rules(ProfileAction action) {
    return RULES.getOrDefault(action, List.of()).stream();
  }

  private static Set<Standing> acting(ProfileAction action, Set<Standing> standings) {
    return BY_OTHERS.contains(action) && standings.stream().anyMatch(Standing::isMember)
        ? Set.of()
        : standings;
  }

  private static boolean meets(Set<Standing> who, Set<Standing> standings) {
    return standings.stream().anyMatch(who::contains);
  }

  private static Rule stays(ProfileStatus status, Set<Standing> who) {
    return new Rule(status, status, who);
  }

  private static Rule goes(ProfileStatus from, @Nullable ProfileStatus to, Set<Standing> who) {
    return new Rule(from, to, who);
  }

  private static Set<Standing> either(Set<Standing> some, Set<Standing> others) {
    EnumSet<Standing> all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }
}
