package eu.bridgehall.discovery;

import eu.bridgehall.discovery.FoundAuthority.CodeName;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.ProfileVisibility;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.ThemeLine;
import eu.bridgehall.scoring.Reason.CodeKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see of authorities that the index has found: asked of the database, and of
 * {@link ProfileVisibility}, each time. The index lags behind and must not be believed here.
 */
@Singleton
public class FoundAuthorities {
  private final ProfileDirectory profiles;
  private final ProfileVisibility visibility;
  private final CodeNames names;

  FoundAuthorities(ProfileDirectory profiles, ProfileVisibility visibility, CodeNames names) {
    this.profiles = profiles;
    this.visibility = visibility;
    this.names = names;
  }

  /** Whether the reader also finds profiles that are for members only. */
  public boolean seesMembersOnly(Actor actor) {
    return visibility.takesPart(actor);
  }

  /**
   * Those of these authorities that are confirmed and that the reader may see, as they stand in a
   * list, by id.
   */
  @Transactional
  public Map<UUID, FoundAuthority> list(Actor actor, Collection<UUID> ids, Locale reader) {
    return cards(actor, confirmed(ids), reader);
  }

  /**
   * Where those of these authorities lie that {@link #list} would give and that have a position.
   */
  @Transactional
  Map<UUID, MapPoint> points(Actor actor, Collection<UUID> ids) {
    Map<UUID, MapPoint> points = new HashMap<>();
    for (Profile profile : visible(actor, confirmed(ids))) {
      GeoPoint position = profile.shownPosition();
      if (position != null) {
        points.put(
            profile.id(),
            new MapPoint(profile.id(), profile.name(), position.lat(), position.lon()));
      }
    }
    return points;
  }

  private List<Profile> confirmed(Collection<UUID> ids) {
    return profiles.list(ids).values().stream()
        .filter(p -> p.status() == ProfileStatus.CONFIRMED)
        .toList();
  }

  /** An authority that the reader may see, whatever the status of its profile. */
  @Transactional
  public Optional<FoundAuthority> find(Actor actor, UUID id, Locale reader) {
    return Optional.ofNullable(cards(actor, profiles.find(id).stream().toList(), reader).get(id));
  }

  private Map<UUID, FoundAuthority> cards(Actor actor, List<Profile> some, Locale reader) {
    Map<UUID, FoundAuthority> cards = new HashMap<>();
    visible(actor, some).forEach(profile -> cards.put(profile.id(), card(profile, reader)));
    return cards;
  }

  private List<Profile> visible(Actor actor, List<Profile> some) {
    Map<UUID, ProfilePart> parts = visibility.parts(actor, some);
    return some.stream()
        .filter(p -> parts.getOrDefault(p.id(), ProfilePart.NOTHING).includes(ProfilePart.PUBLIC))
        .toList();
  }

  private FoundAuthority card(Profile profile, Locale reader) {
    // a list shows what is open to all, also to those who may see more
    ProfileContent content = profile.content().shownTo(ProfilePart.PUBLIC);
    return new FoundAuthority(
        profile.id(),
        profile.name(),
        profile.country(),
        names.country(profile.country(), reader),
        // the first is the country itself
        profile.regions().stream()
            .skip(1)
            .map(code -> new CodeName(code, names.region(code, reader)))
            .toList(),
        profile.type(),
        names.type(profile.type(), reader),
        content.population(),
        content.populationYear(),
        profile.shownPosition(),
        summary(content, reader),
        themes(content.needs(), reader),
        themes(content.offers(), reader),
        themes(content.interests(), reader),
        codes(CodeKind.COOPERATION, content.cooperationTypes(), reader),
        codes(CodeKind.TRAIT, content.traits(), reader),
        codes(CodeKind.LANGUAGE, content.languages(), reader),
        profile.demo());
  }

  private List<CodeName> themes(List<ThemeLine> lines, Locale reader) {
    return codes(
        CodeKind.THEME,
        lines.stream().map(ThemeLine::theme).filter(Objects::nonNull).toList(),
        reader);
  }

  private List<CodeName> codes(CodeKind kind, List<String> codes, Locale reader) {
    return codes.stream().map(code -> new CodeName(code, names.name(kind, code, reader))).toList();
  }

  private static FoundAuthority.@Nullable Summary summary(ProfileContent content, Locale reader) {
    List<ProfileText> texts = content.summaries();
    return in(texts, reader.getLanguage())
        .or(() -> in(texts, Locale.ENGLISH.getLanguage()))
        .or(() -> texts.stream().findFirst())
        .map(
            text ->
                new FoundAuthority.Summary(
                    Objects.requireNonNullElse(text.language(), "und"),
                    Objects.requireNonNullElse(text.text(), "")))
        .orElse(null);
  }

  private static Optional<ProfileText> in(List<ProfileText> texts, String language) {
    return texts.stream().filter(text -> language.equals(text.language())).findFirst();
  }
}
