package eu.bridgehall.discovery;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.ProfileVisibility;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.search.WordFinder;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which of the words that a reader asked for stand in what she may read of an authority. */
@Singleton
public class FoundWords {
  private final ProfileDirectory profiles;
  private final ProfileVisibility visibility;
  private final WordFinder words;

  FoundWords(ProfileDirectory profiles, ProfileVisibility visibility, WordFinder words) {
    this.profiles = profiles;
    this.visibility = visibility;
    this.words = words;
  }

  /**
   * The words by authority, as they stand there; one of which the reader sees nothing is left out.
   *
   * @param asked words that the reader typed
   * @param ideas whether the project ideas that she may read were asked too, or the summaries alone
   */
  @Transactional
  public Map<UUID, List<String>> of(
      Actor actor, Collection<UUID> authorities, String asked, boolean ideas) {
    Collection<Profile> all = profiles.list(authorities).values();
    Map<UUID, ProfilePart> parts = visibility.parts(actor, all);
    Map<UUID, List<String>> found = new HashMap<>();
    for (Profile profile : all) {
      ProfilePart part = parts.getOrDefault(profile.id(), ProfilePart.NOTHING);
      if (part != ProfilePart.NOTHING) {
        ProfileContent content = profile.content().shownTo(ideas ? part : ProfilePart.PUBLIC);
        List<String> names = new ArrayList<>(List.of(profile.name()));
        names.addAll(content.nameForms());
        found.put(
            profile.id(), words.find(asked, DocumentMaker.byLanguage(content.texts()), names));
      }
    }
    return found;
  }

  /** Whether the reader may read the project ideas of this authority. */
  @Transactional
  public boolean readsIdeas(Actor actor, UUID authority) {
    return profiles
        .find(authority)
        .map(profile -> visibility.part(actor, profile).includes(ProfilePart.MEMBERS))
        .orElse(false);
  }
}
