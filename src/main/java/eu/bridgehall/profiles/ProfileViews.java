package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileLifecycle;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.Standing;
import eu.bridgehall.ties.Loads;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a profile what one reader sees of it. */
@Singleton
public class ProfileViews {
  private static final String ENGLISH = "en";
  private static final int BEFORE_INVASION = 2022;

  private final Messages messages;
  private final ProfileVisibility visibility;
  private final Loads loads;

  ProfileViews(Messages messages, ProfileVisibility visibility, Loads loads) {
    this.messages = messages;
    this.visibility = visibility;
    this.loads = loads;
  }

  /** What is open to the reader of this part. */
  public ProfileView view(Actor actor, Profile profile, ProfilePart part, Locale reader) {
    boolean all = part == ProfilePart.ALL;
    ProfileContent content = profile.content().shownTo(part);
    Optional<ProfileText> summary = summary(content, reader);
    return new ProfileView(
        profile.id(),
        profile.version(),
        part.id(),
        profile.status().id(),
        profile.country(),
        profile.placeId(),
        profile.katottg(),
        profile.regions(),
        all ? profile.position() : profile.shownPosition(),
        !all && content.positionHidden(),
        populationLabel(profile, reader),
        summary.map(ProfileText::text).orElse(null),
        summary.map(ProfileText::language).orElse(null),
        missing(content, reader),
        content.wishes().ukrainianPartner(),
        profile.accepting(),
        profile.demo(),
        profile.confirmedAt(),
        part.includes(ProfilePart.MEMBERS) ? profile.changedAt() : null,
        part.includes(ProfilePart.MEMBERS) && profile.status() == ProfileStatus.CONFIRMED
            ? loads.answersOf(profile.id())
            : null,
        all ? profile.submittedAt() : null,
        all ? profile.reconfirmDue() : null,
        all ? ProfileCompleteness.score(profile.content()) : null,
        steps(actor, profile),
        content);
  }

  /** What whoever has just started it sees; her token's roles are from before. */
  ProfileView viewOfOwner(Profile profile, Locale reader) {
    Actor owner = new Actor(null, null, Set.of(), Map.of(profile.id(), MemberRole.OWNER), Map.of());
    return view(owner, profile, ProfilePart.ALL, reader);
  }

  /** The reader's language first, then English, then whatever there is. */
  private static Optional<ProfileText> summary(ProfileContent content, Locale reader) {
    List<ProfileText> summaries = content.summaries();
    return Stream.of(reader.getLanguage(), ENGLISH)
        .flatMap(l -> summaries.stream().filter(s -> l.equals(s.language())))
        .findFirst()
        .or(() -> summaries.stream().findFirst());
  }

  private static List<String> missing(ProfileContent content, Locale reader) {
    return Stream.of(reader.getLanguage(), ENGLISH)
        .distinct()
        .filter(l -> content.summaries().stream().noneMatch(s -> l.equals(s.language())))
        .toList();
  }

  private @Nullable String populationLabel(Profile profile, Locale reader) {
    Integer year = profile.content().populationYear();
    return profile.content().population() == null || year == null
        ? null
        : populationLabel(profile.country(), year, reader);
  }

  /** Of when a population is: that of Ukraine from before the full-scale invasion says so. */
  public String populationLabel(String country, int year, Locale reader) {
    boolean ukrainian = "UA".equals(country) && year == BEFORE_INVASION;
    return messages.text(
        reader,
        ukrainian ? "profiles.population.ukraine2022" : "profiles.population.year",
        Map.of("year", String.valueOf(year)));
  }

  private List<String> steps(Actor actor, Profile profile) {
    Set<Standing> standings = visibility.standings(actor, profile);
    return Arrays.stream(ProfileAction.values())
        .filter(a -> a != ProfileAction.EDIT_IDENTITY && a != ProfileAction.LAPSE)
        .filter(a -> ProfileLifecycle.allows(a, profile.state(), standings))
        .map(ProfileAction::id)
        .toList();
  }
}
