package eu.bridgehall.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.search.PlaceHit;
import eu.bridgehall.search.PlaceIndex;
import eu.bridgehall.search.PlaceQuery;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The gazetteer: open to everybody, changed by nobody. */
@Singleton
public class Places {
  /** How many characters a search may have. */
  public static final int MAX_QUERY = 100;

  /** How many places a search gives at the most. */
  public static final int MAX_LIMIT = 50;

  /** Rows of found places that are kept at the most, about a kilobyte each. */
  private static final int KEPT = 10_000;

  /** A newer service on the same database may load newer data. */
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private final PlaceRepository repository;
  private final PlaceIndex index;
  private final Countries countries;

  /** What was found of late: whoever types asks for the same places with every letter. */
  private final Cache<Long, Place> seen =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

  Places(PlaceRepository repository, PlaceIndex index, Countries countries) {
    this.repository = repository;
    this.index = index;
    this.countries = countries;
  }

  /** The place of this id, though it may have been retired. */
  @Transactional(readOnly = true)
  public Optional<Place> find(long id) {
    return repository.list(List.of(id)).stream().findFirst();
  }

  /**
   * The place of this id.
   *
   * @throws NotFound where there is none
   */
  @Transactional(readOnly = true)
  public Place get(long id) {
    return find(id).orElseThrow(() -> new NotFound("error.placeUnknown"));
  }

  /**
   * Lets whoever begins something at the same place wait until the caller's transaction is over,
   * and waits for those who have begun.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(long id) {
    repository.hold(id);
  }

  /** The places of these ids, by id; an unknown id is passed over. */
  @Transactional(readOnly = true)
  public Map<Long, Place> list(Collection<Long> ids) {
    return repository.list(ids).stream().collect(Collectors.toMap(Place::id, Function.identity()));
  }

  /** The place that is the centre of the hromada (KATOTTG code), or stands for it. */
  @Transactional(readOnly = true)
  public Optional<Place> findByKatottg(String katottg) {
    return repository.findByKatottg(katottg);
  }

  /** The place of a municipality in Eurostat's list of 2019. */
  @Transactional(readOnly = true)
  public Optional<Place> findByLau(String countryCode, String lauCode) {
    return repository.findByLau(countryCode, lauCode);
  }

  /** The twinnings of the place that a public list knows, by the other place's id. */
  @Transactional(readOnly = true)
  public List<KnownTie> knownTies(long placeId) {
    return repository.listTies(placeId);
  }

  /** The names of all places, and of what they are the seats. */
  @Transactional(readOnly = true)
  public List<PlaceName> listNames() {
    return repository.listNames();
  }

  /** All twinnings that a public list knows. */
  @Transactional(readOnly = true)
  public List<PlaceTie> listTies() {
    return repository.listTies();
  }

  /**
   * Finds places while somebody types, the nearest name and then the larger place first.
   *
   * @param text what was typed, 1 to 100 characters
   * @param countryCode only places of this country; null for all
   * @param limit how many at the most, 1 to 50
   * @throws Invalid naming {@code q}, {@code country} or {@code limit}
   */
  public List<FoundPlace> search(String text, @Nullable String countryCode, int limit) {
    String wanted = text.strip();
    if (wanted.isEmpty() || wanted.codePointCount(0, wanted.length()) > MAX_QUERY) {
      throw new Invalid("q", "error.searchLength", Map.of("min", 1, "max", MAX_QUERY));
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new Invalid("limit", "error.range", Map.of("min", 1, "max", MAX_LIMIT));
    }
    if (countryCode != null) {
      countries.require(countryCode, "country");
    }
    List<PlaceHit> hits = index.find(new PlaceQuery(wanted, countryCode, limit));
    // the database is asked, and a transaction begun, only for what is not kept
    Map<Long, Place> places =
        seen.getAll(
            hits.stream().map(PlaceHit::id).toList(), missing -> list(List.copyOf(missing)));
    List<FoundPlace> found = new ArrayList<>();
    for (PlaceHit hit : hits) {
      Place place = places.get(hit.id());
      if (place != null) {
        found.add(new FoundPlace(place, hit.closeness()));
      }
    }
    return found;
  }
}
