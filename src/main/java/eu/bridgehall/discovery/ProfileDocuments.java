package eu.bridgehall.discovery;

import eu.bridgehall.profiles.OwnWeights;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.ThemeCount;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.ties.AuthorityLoad;
import eu.bridgehall.ties.Loads;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads from the database what is scored and indexed. */
@Singleton
public class ProfileDocuments {
  /** So many profiles are read at once when all are read. */
  private static final int BATCH = 2_000;

  private final ProfileDirectory profiles;
  private final Loads loads;
  private final OwnWeights weights;
  private final DocumentMaker maker;

  ProfileDocuments(
      ProfileDirectory profiles, Loads loads, OwnWeights weights, DocumentMaker maker) {
    this.profiles = profiles;
    this.loads = loads;
    this.weights = weights;
    this.maker = maker;
  }

  /**
   * What the rarity of themes is counted from.
   *
   * @param profiles how many profiles are confirmed
   * @param stating by theme, how many of them state it at all
   */
  record ThemeCounts(int profiles, Map<String, Integer> stating) {
    ThemeCounts {
      stating = Map.copyOf(stating);
    }
  }

  /** The documents of those of these authorities that are confirmed now. */
  List<AuthorityDocument> of(Collection<UUID> ids) {
    return documents(
        profiles.list(ids).values().stream()
            .filter(p -> p.status() == ProfileStatus.CONFIRMED)
            .toList());
  }

  /**
   * The documents of all confirmed profiles. Nothing is read before the first is asked for; then
   * they are read batch by batch, and what changes meanwhile may come in its old or its new form.
   */
  Stream<AuthorityDocument> all() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(new Batches(), Spliterator.ORDERED), false)
        .flatMap(List::stream);
  }

  /** Walks through the confirmed profiles in the order of their ids. */
  private final class Batches implements Iterator<List<AuthorityDocument>> {
    private @Nullable UUID after;
    private List<AuthorityDocument> next = List.of();
    private boolean asked;

    @Override
    public boolean hasNext() {
      if (!asked) {
        next = documents(profiles.listConfirmed(after, BATCH));
        asked = true;
      }
      return !next.isEmpty();
    }

    @Override
    public List<AuthorityDocument> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      asked = false;
      after = next.getLast().id();
      return next;
    }
  }

  private List<AuthorityDocument> documents(List<Profile> some) {
    List<UUID> ids = some.stream().map(Profile::id).toList();
    Map<UUID, AuthorityLoad> load = loads.of(ids);
    Map<UUID, Weights> own = weights.of(ids);
    return some.stream().map(p -> maker.document(p, load.get(p.id()), own.get(p.id()))).toList();
  }

  /** How many profiles are confirmed. */
  long count() {
    return profiles.countConfirmed();
  }

  ThemeCounts themeCounts() {
    Map<String, Integer> stating = new HashMap<>();
    for (ThemeCount count : profiles.countThemes()) {
      stating.put(count.theme(), count.profiles());
    }
    return new ThemeCounts(Math.toIntExact(count()), stating);
  }

  /** An authority as the score sees it, confirmed or not; empty where it has no profile. */
  public Optional<AuthorityColumns> findColumns(UUID id) {
    return profiles
        .find(id)
        .map(p -> AuthorityColumns.of(p, maker.columns(p, loads.of(id), weights.of(id).weights())));
  }
}
