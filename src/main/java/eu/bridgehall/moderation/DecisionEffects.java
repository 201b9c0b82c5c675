package eu.bridgehall.moderation;

import eu.bridgehall.accounts.AccountSuspensions;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.messaging.WithheldContent;
import eu.bridgehall.messaging.Withholding;
import eu.bridgehall.moderation.Decision.Moved;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionReason;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.organisations.Restriction;
import eu.bridgehall.organisations.RestrictionKind;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.ReviewReason;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision does to messages, files, profiles and authorities, and how that is undone. The
 * features that own these do it themselves; what two decisions keep away comes back with the end of
 * the second.
 */
@Singleton
class DecisionEffects {
  private final DecisionRepository decisions;
  private final WithheldContent withheld;
  private final Profiles profiles;
  private final ProfileDirectory directory;
  private final Restrictions restrictions;
  private final AccountSuspensions accounts;

  DecisionEffects(
      DecisionRepository decisions,
      WithheldContent withheld,
      Profiles profiles,
      ProfileDirectory directory,
      Restrictions restrictions,
      AccountSuspensions accounts) {
    this.decisions = decisions;
    this.withheld = withheld;
    this.profiles = profiles;
    this.directory = directory;
    this.restrictions = restrictions;
    this.accounts = accounts;
  }

  /** Does what a decision that has just come into force says; the decision as it is then kept. */
  Decision apply(Actor actor, Decision d) {
    if (d.isAboutAccount()) {
      accounts.suspend(actor, d.subject(), d.id());
      return d;
    }
    return switch (d.kind()) {
      case NO_ACTION, WARN -> d;
      case RETURN -> move(actor, d, ProfileAction.RETURN);
      case HIDE, REMOVE -> {
        if (d.subjectKind() == SubjectKind.PROFILE) {
          restrict(d, RestrictionKind.HIDDEN);
          yield suspend(actor, d);
        }
        withhold(d, withheldBy(Stream.concat(Stream.of(d), others(d).stream())));
        yield d;
      }
      case RESTRICT -> {
        if (d.subjectKind() == SubjectKind.REPORTER) {
          yield d; // whoever takes a report asks for the decision itself
        }
        restrict(d, RestrictionKind.valueOf(Objects.requireNonNull(d.scope()).name()));
        yield d;
      }
      case SUSPEND -> {
        restrict(d, RestrictionKind.SUSPENDED);
        yield suspend(actor, d);
      }
    };
  }

  /** Undoes what a decision has done, as far as no other one keeps it so. */
  void undo(Actor actor, Decision d) {
    if (d.isAboutAccount()) {
      accounts.restore(actor, d.subject(), d.id());
      return;
    }
    switch (d.kind()) {
      case NO_ACTION, WARN -> {
        // nothing was done
      }
      case RETURN -> takeBack(actor, d);
      case HIDE, REMOVE -> {
        if (d.subjectKind() == SubjectKind.PROFILE) {
          show(actor, d);
        } else {
          withhold(d, withheldBy(others(d).stream()));
        }
      }
      case RESTRICT -> restrictions.end(d.id());
      case SUSPEND -> show(actor, d);
    }
  }

  /** Shows again what was said before it was corrected, where the decision was wrong. */
  void showEarlier(Decision d) {
    withheld.showEarlier(d.id());
  }

  private void withhold(Decision d, @Nullable Withholding how) {
    UUID conversation = Objects.requireNonNull(d.conversation());
    if (d.subjectKind() == SubjectKind.MESSAGE) {
      withheld.message(conversation, d.subject(), how);
    } else {
      withheld.file(conversation, d.subject(), how);
    }
  }

  /** What else is in force by which the same thing is kept away, the oldest first. */
  private List<Decision> others(Decision d) {
    return decisions.listHiding(d.subject()).stream().filter(o -> !o.id().equals(d.id())).toList();
  }

  /** How these together keep something away: a removal is the stronger; null where none does. */
  private static @Nullable Withholding withheldBy(Stream<Decision> decisions) {
    return decisions
        .map(d -> d.kind() == DecisionKind.REMOVE ? Withholding.REMOVED : Withholding.HIDDEN)
        .max(Withholding::compareTo)
        .orElse(null);
  }

  private void restrict(Decision d, RestrictionKind kind) {
    restrictions.put(
        new Restriction(
            d.id(), d.concerned(), kind, Objects.requireNonNull(d.inForceAt()), d.termUntil()));
  }

  /** A profile that others see is hidden; any other is not seen anyway. */
  private Decision suspend(Actor actor, Decision d) {
    return directory.find(d.concerned()).filter(p -> p.status().takesPart()).isPresent()
        ? move(actor, d, ProfileAction.SUSPEND)
        : d;
  }

  private Decision move(Actor actor, Decision d, ProfileAction step) {
    String from = directory.get(d.concerned()).status().name();
    Profile after = decided(actor, d, step, reason(d), d.text());
    return d.moving(new Moved(from, after.version()));
  }

  /** Shows a profile again, unless another decision hides it, which then answers for it. */
  private void show(Actor actor, Decision d) {
    restrictions.end(d.id());
    Moved moved = d.profile();
    if (moved == null) {
      return;
    }
    Decision other =
        decisions.listHiding(d.concerned()).stream()
            .filter(o -> !o.id().equals(d.id()))
            .findFirst()
            .orElse(null);
    if (other != null) {
      decisions.move(other.id(), moved);
    } else if (directory.get(d.concerned()).status() == ProfileStatus.SUSPENDED) {
      decided(actor, d, ProfileAction.REINSTATE, ReviewReason.SETTLED, ended(d));
    }
  }

  /** What was returned is where it was, unless anybody has changed it since. */
  private void takeBack(Actor actor, Decision d) {
    Moved moved = d.profile();
    Profile now = directory.get(d.concerned());
    if (moved == null || now.version() != moved.version()) {
      return;
    }
    decided(actor, d, ProfileAction.REINSTATE, ReviewReason.SETTLED, ended(d));
    boolean confirmed = moved.from().equals(ProfileStatus.CONFIRMED.name());
    // what another decision hides waits for a person to confirm it
    if (confirmed && !restrictions.hides(d.concerned())) {
      decided(actor, d, ProfileAction.CONFIRM, ReviewReason.SETTLED, ended(d));
    }
  }

  private Profile decided(
      Actor actor, Decision d, ProfileAction step, ReviewReason why, @Nullable String text) {
    return profiles.decided(actor, d.concerned(), step, d.id(), why, text);
  }

  /** Why it was lifted, for the history of the profile; null where nobody has said. */
  private static @Nullable String ended(Decision d) {
    Decision.Step lifted = d.lifted();
    return lifted == null ? null : lifted.text();
  }

  private static ReviewReason reason(Decision d) {
    return d.reason() == DecisionReason.IMPERSONATION
        ? ReviewReason.NOT_ENTITLED
        : ReviewReason.CONTENT;
  }
}
