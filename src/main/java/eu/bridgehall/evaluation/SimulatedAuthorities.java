package eu.bridgehall.evaluation;

import eu.bridgehall.evaluation.ThemeShares.Of;
import eu.bridgehall.reference.PlaceFile;
import eu.bridgehall.scoring.CodeTable;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.LanguageSet;
import eu.bridgehall.scoring.Standing;
import eu.bridgehall.scoring.ThemeRarity;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.scoring.Wishes;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.MatchRequest;
import eu.bridgehall.search.SearchFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All hromadas whose population is known, and foreign places of at least a thousand people drawn by
 * a seed, with profiles that are drawn too: 3 to 6 needs and 1 to 3 offers for a hromada, 2 to 4 of
 * each for others, by {@link ThemeShares}; interests for one in two; a twinning for all, projects
 * for two in three; the first language of the country, and English for two in three; one foreign
 * place in three seeks a Ukrainian partner, one hromada in three one of three drawn countries; room
 * for 1 to 6 requests in the time for which requests are counted.
 */
final class SimulatedAuthorities {
  private static final int LEAST_PEOPLE = 1000;
  private static final String ENGLISH = "en";
  private static final List<String> SOUGHT = List.of("DE", "FR", "PL", "IT", "ES", "LT", "SE");

  private final List<Integer> places;
  private final List<Columns> columns = new ArrayList<>();
  private final Map<UUID, Integer> numbers = new HashMap<>();
  private final Vocabulary vocabulary;
  private final ThemeScale scale;

  /**
   * @param foreign how many places of other countries
   */
  SimulatedAuthorities(Population population, int foreign, long seed) {
    Random random = new Random(seed);
    Map<String, List<String>> spoken = PlaceFile.spoken();
    List<Integer> others =
        new ArrayList<>(
            population.places().values().stream()
                .filter(p -> p.population() >= LEAST_PEOPLE)
                .filter(p -> !Vocabulary.UKRAINE.equals(p.country()))
                .map(PlaceFile.Entry::id)
                .sorted()
                .toList());
    Collections.shuffle(others, random);
    TreeSet<Integer> all = new TreeSet<>(PlaceFile.hromadas());
    all.addAll(others.subList(0, Math.min(foreign, others.size())));
    places = List.copyOf(all);
    vocabulary = population.vocabulary();
    ThemeShares shares = ThemeShares.shipped(vocabulary.themes());
    for (int place : places) {
      numbers.put(Population.id(place), numbers.size());
      columns.add(
          draw(
              population.columns(place),
              vocabulary,
              shares,
              spoken.getOrDefault(population.entry(place).country(), List.of()),
              random));
    }
    scale = new ThemeScale(vocabulary.tree(), rarity());
  }

  private ThemeRarity rarity() {
    int[] stating = new int[vocabulary.themes().size()];
    for (Columns each : columns) {
      each.needs().or(each.offers()).or(each.interests()).forEach(theme -> stating[theme]++);
    }
    List<Integer> counts = new ArrayList<>();
    for (int count : stating) {
      counts.add(count);
    }
    return ThemeRarity.counted("simulation", counts, columns.size());
  }

  private static Columns draw(
      Columns place,
      Vocabulary vocabulary,
      ThemeShares shares,
      List<String> spoken,
      Random random) {
    boolean ukrainian = place.ukrainian();
    int needs = ukrainian ? 3 + random.nextInt(4) : 2 + random.nextInt(3);
    int offers = ukrainian ? 1 + random.nextInt(3) : 2 + random.nextInt(3);
    Of offered = ukrainian ? Of.OFFER_UKRAINIAN : Of.OFFER_OTHER;
    return place.toBuilder()
        .needs(shares.draw(ukrainian ? Of.NEED_UKRAINIAN : Of.NEED_OTHER, needs, random))
        .offers(shares.draw(offered, offers, random))
        .interests(random.nextBoolean() ? shares.draw(offered, 2, random) : ThemeSet.EMPTY)
        .cooperation(
            vocabulary.cooperationBits(
                random.nextInt(3) > 0
                    ? List.of("twinning", "project-partnership")
                    : List.of("twinning")))
        .languages(languages(vocabulary, spoken, random))
        .wishes(wishes(ukrainian, vocabulary.countries(), random))
        .standing(new Standing(true, Standing.UNKNOWN, 0, 1 + random.nextInt(6)))
        .build();
  }

  private static LanguageSet languages(Vocabulary vocabulary, List<String> spoken, Random random) {
    Set<String> working = new TreeSet<>();
    spoken.stream().filter(vocabulary.languages()::contains).findFirst().ifPresent(working::add);
    if (random.nextInt(3) > 0 || working.isEmpty()) {
      working.add(ENGLISH);
    }
    return vocabulary.languageSet(working);
  }

  private static Wishes wishes(boolean ukrainian, CodeTable countries, Random random) {
    if (random.nextInt(3) > 0) {
      return Wishes.NONE;
    }
    List<String> sought = new ArrayList<>(SOUGHT);
    Collections.shuffle(sought, random);
    return new Wishes(
        ukrainian ? countries.bits(sought.subList(0, 3)) : 0, List.of(), 0, !ukrainian, 0, 0, 0, 0);
  }

  int size() {
    return places.size();
  }

  int place(int number) {
    return places.get(number);
  }

  Columns columns(int number) {
    return columns.get(number);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The number of the authority with this id. */
  int number(UUID id) {
    return Objects.requireNonNull(numbers.get(id), "no such authority");
  }

  /** As they are indexed. */
  Stream<AuthorityDocument> documents() {
    return IntStream.range(0, size())
        .mapToObj(
            number ->
                new AuthorityDocument(
                    Population.id(place(number)),
                    columns(number),
                    "municipality",
                    "",
                    List.of(),
                    Map.of(),
                    true,
                    0));
  }

  /** Asks for the best of one, by the default weights. */
  MatchRequest request(int asker, TrackRecord record, int limit) {
    return new MatchRequest(
        Population.id(place(asker)),
        columns(asker),
        Weights.defaults(),
        scale,
        record,
        Set.of(),
        SearchFilter.ALL,
        null,
        0,
        0,
        limit);
  }
}
