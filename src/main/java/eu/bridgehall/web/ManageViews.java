package eu.bridgehall.web;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileStep;
import eu.bridgehall.profiles.ProfileViews;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.Standing;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the life of a profile into the reader's words. */
@Singleton
class ManageViews {
  private static final int ON_PAGE = 15;

  private final Profiles profiles;
  private final ProfileViews views;
  private final EditViews edits;
  private final People people;
  private final Restrictions restrictions;
  private final Messages messages;

  ManageViews(
      Profiles profiles,
      ProfileViews views,
      EditViews edits,
      People people,
      Restrictions restrictions,
      Messages messages) {
    this.profiles = profiles;
    this.views = views;
    this.edits = edits;
    this.people = people;
    this.restrictions = restrictions;
    this.messages = messages;
  }

  /**
   * The page of a profile.
   *
   * @param back how many of the latest steps are passed over
   * @throws eu.bridgehall.kernel.DomainException as {@link Profiles#getWhole}
   */
  ManageView of(Actor actor, UUID id, int back, FormErrors errors, Locale reader) {
    Profile profile = profiles.getWhole(actor, id);
    boolean member = actor.authorities().containsKey(id);
    List<String> steps = views.view(actor, profile, ProfilePart.ALL, reader).steps();
    int total = Math.toIntExact(profiles.history(actor, id, new PageRequest(0, 1)).total());
    int end = Math.max(0, total - back);
    int begin = Math.max(0, end - ON_PAGE);
    List<ManageView.Line> history =
        end == 0
            ? List.of()
            : profiles.history(actor, id, new PageRequest(begin, end - begin)).items().stream()
                .map(step -> line(step, reader))
                .toList()
                .reversed();
    return new ManageView(
        id,
        profile.name(),
        profile.status().id(),
        profile.version(),
        member ? Set.copyOf(steps) : Set.of(),
        !restrictions.of(id).isEmpty(),
        steps.contains(ProfileAction.EDIT.id()),
        member,
        member && !actor.isMember(id, MemberRole.EDITOR),
        ProfileCompleteness.score(profile.content()),
        profile.reconfirmDue(),
        edits.returned(actor, profile),
        history,
        back == 0 ? null : address(id, Math.max(0, back - ON_PAGE)),
        begin == 0 ? null : address(id, back + ON_PAGE),
        errors);
  }

  private static String address(UUID id, int back) {
    return Addresses.manage(id) + (back == 0 ? "" : "?back=" + back) + "#history";
  }

  private ManageView.Line line(ProfileStep step, Locale reader) {
    return new ManageView.Line(
        step.at(),
        step.action(),
        messages.text(reader, (asMember(step) ? "dashboard.role." : "manage.as.") + step.actedAs()),
        person(step),
        step.toStatus(),
        step.fields().keySet().stream()
            .map(field -> messages.text(reader, "edit.part." + field))
            .toList(),
        step.reasons(),
        step.text(),
        step.decision());
  }

  /** The members know each other; who acts for an association or the secretariat does so for it. */
  private @Nullable String person(ProfileStep step) {
    return asMember(step) && step.personId() != null
        ? people.find(step.personId()).map(Person::name).orElse(null)
        : null;
  }

  private static boolean asMember(ProfileStep step) {
    return Coded.find(Standing.class, step.actedAs()).filter(Standing::isMember).isPresent();
  }
}
