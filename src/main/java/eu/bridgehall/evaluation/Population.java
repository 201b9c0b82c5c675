package eu.bridgehall.evaluation;

import eu.bridgehall.discovery.VocabularyFactory;
import eu.bridgehall.evaluation.TwinTowns.Pair;
import eu.bridgehall.reference.PlaceFile;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.KnownPlaces;
import eu.bridgehall.scoring.KnownTies;
import eu.bridgehall.scoring.Locality;
import eu.bridgehall.scoring.ThemeRarity;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.TrackRecordModel;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.search.AuthorityDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Places as authorities: each is confirmed, accepts partners, seeks twinning and states nothing
 * else.
 */
final class Population {
  private static final String TWINNING = "twinning";

  private final Vocabulary vocabulary = VocabularyFactory.shipped();
  private final ThemeScale scale =
      new ThemeScale(vocabulary.tree(), ThemeRarity.even(vocabulary.themes().size()));
  private final Map<Integer, PlaceFile.Entry> places = new LinkedHashMap<>();
  private final Map<Integer, Columns> columns = new HashMap<>();
  private final KnownPlaces known;

  Population(Collection<PlaceFile.Entry> entries) {
    for (PlaceFile.Entry entry : entries) {
      places.put(entry.id(), entry);
      columns.put(entry.id(), columnsOf(entry));
    }
    known =
        new KnownPlaces(
            places.values().stream()
                .map(p -> new KnownPlaces.Entry(p.id(), p.feature(), p.name()))
                .toList());
  }

  static Population read(Path file) throws IOException {
    return new Population(PlaceFile.read(file));
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  ThemeScale scale() {
    return scale;
  }

  Map<Integer, PlaceFile.Entry> places() {
    return places;
  }

  PlaceFile.Entry entry(int place) {
    return Objects.requireNonNull(places.get(place), "no such place");
  }

  Columns columns(int place) {
    return Objects.requireNonNull(columns.get(place), "no such place");
  }

  /** The id of the authority of a place; places in the order of their ids come so as ids too. */
  static UUID id(int place) {
    return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | place);
  }

  /** The authorities of these places as they are indexed. */
  Stream<AuthorityDocument> documents(Collection<Integer> some) {
    return some.stream()
        .map(
            place ->
                new AuthorityDocument(
                    id(place),
                    columns(place),
                    "municipality",
                    entry(place).name(),
                    List.of(),
                    Map.of(),
                    true,
                    0));
  }

  /** These pairs as all that is known of twinnings. */
  KnownTies ties(Collection<Pair> pairs) {
    Set<Integer> named = new LinkedHashSet<>();
    pairs.forEach(
        pair -> {
          named.add(pair.a());
          named.add(pair.b());
        });
    return new KnownTies(
        "file",
        named.stream().map(this::town).toList(),
        pairs.stream().map(p -> new KnownTies.Twinning(p.a(), p.b(), p.clique())).toList(),
        vocabulary.regions().size());
  }

  TrackRecord record(TrackRecordModel model, KnownTies ties) {
    return new TrackRecord(model, ties, known, vocabulary.countries());
  }

  private KnownTies.Town town(int place) {
    Columns of = columns(place);
    return new KnownTies.Town(of.locality(), of.country(), of.position(), entry(place).name());
  }

  private Columns columnsOf(PlaceFile.Entry entry) {
    List<Integer> regions = vocabulary.regionOrdinals(entry.regions());
    return Columns.empty().toBuilder()
        .country(
            vocabulary.countries().ordinal(entry.country()),
            Vocabulary.UKRAINE.equals(entry.country()))
        .regions(regions)
        .cooperation(vocabulary.cooperationBits(List.of(TWINNING)))
        .population(entry.population())
        .position(entry.position())
        .locality(Locality.of(entry.id(), entry.degree(), entry.coastal(), regions))
        .build();
  }
}
