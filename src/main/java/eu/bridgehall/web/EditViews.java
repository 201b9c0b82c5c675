package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileStatus;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what stands around the form of a step: how far the profile is, and what is wrong. */
@Singleton
class EditViews {
  private static final Set<ProfileStatus> UNWRITTEN =
      EnumSet.of(ProfileStatus.DRAFT, ProfileStatus.RETURNED);

  private final Profiles profiles;

  EditViews(Profiles profiles) {
    this.profiles = profiles;
  }

  /**
   * What stands around the form.
   *
   * @param version what the person has read, which is what her next save is about
   */
  EditView of(
      Actor actor, Profile profile, long version, EditStep step, FormErrors errors, boolean stale) {
    ProfileContent content = profile.content();
    return new EditView(
        profile.id(),
        profile.name(),
        version,
        step,
        UNWRITTEN.contains(profile.status()),
        Arrays.stream(EditStep.values()).map(s -> line(profile, s)).toList(),
        ProfileCompleteness.score(content),
        raises(profile),
        returned(actor, profile),
        errors,
        stale);
  }

  /** What would raise the completeness, the most first. */
  static List<EditView.Raise> raises(Profile profile) {
    return ProfileCompleteness.items(profile.content()).stream()
        .filter(item -> !item.done())
        .sorted(Comparator.comparingInt(ProfileCompleteness.Item::points).reversed())
        .map(
            item -> new EditView.Raise(item.field(), item.points(), address(profile, item.field())))
        .toList();
  }

  /** The first step that does not hold what it must; the last where all do. */
  EditStep open(Profile profile) {
    return Arrays.stream(EditStep.values())
        .filter(step -> Boolean.FALSE.equals(line(profile, step).done()))
        .findFirst()
        .orElse(EditStep.CHECK);
  }

  /** Where in its step a field is written. */
  static String address(Profile profile, String field) {
    return Addresses.edit(profile.id(), EditStep.holding(field)) + EditStep.anchor(field);
  }

  /** What was said when it was returned, while it stands so. */
  EditView.@Nullable Returned returned(Actor actor, Profile profile) {
    return profile.status() != ProfileStatus.RETURNED
        ? null
        : profiles
            .findLastReturn(actor, profile.id())
            .map(step -> new EditView.Returned(step.reasons(), step.text()))
            .orElse(null);
  }

  private static EditView.Line line(Profile profile, EditStep step) {
    Boolean done =
        switch (step) {
          // filled from the gazetteer, and never without what it must hold
          case FACTS -> null;
          case CHECK -> !UNWRITTEN.contains(profile.status());
          case THEMES, PARTNERS, TEXTS, CONTACT ->
              ProfileCompleteness.missing(profile.content()).stream()
                  .noneMatch(field -> EditStep.holding(field) == step);
        };
    return new EditView.Line(step, done);
  }
}
