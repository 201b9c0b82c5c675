package eu.bridgehall.evaluation;

import eu.bridgehall.evaluation.Metrics.Answer;
import eu.bridgehall.evaluation.TwinTowns.Pair;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.KnownTies;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.TrackRecordModel;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.MatchRank;
import eu.bridgehall.search.MatchRequest;
import eu.bridgehall.search.SearchFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks the engine for the partners of towns whose real partners are known but were not told. Each
 * pair between two countries that is no member of a clique is asked from both ends; among whom the
 * partner is looked for are the places of other countries but known partners; other partners that
 * were not told stay in.
 */
final class Evaluation {
  private static final int TODAY = 0;

  private final Population population;
  private final List<Pair> known;
  private final List<Pair> tests;
  private final Set<Integer> pool;
  private final KnownTies ties;

  /** A town that asks, and the numbers of the pairs by the partner that it should find. */
  private record Question(int asker, Map<Integer, Integer> partners) {}

  /**
   * @param known pairs that the service knows
   * @param test pairs to be found
   * @param all whether partners are looked for among all places, and not only among those that are
   *     twinned in one of the two files
   * @param sample how many pairs are drawn; 0 for all
   */
  Evaluation(
      Population population,
      List<Pair> known,
      List<Pair> test,
      boolean all,
      int sample,
      long seed) {
    this.population = population;
    this.known = known;
    Set<Set<Integer>> told =
        known.stream().map(p -> Set.of(p.a(), p.b())).collect(Collectors.toSet());
    List<Pair> asked =
        new ArrayList<>(
            test.stream()
                .filter(p -> p.tells(population) && !told.contains(Set.of(p.a(), p.b())))
                .toList());
    if (sample > 0 && sample < asked.size()) {
      Collections.shuffle(asked, new Random(seed));
      asked = asked.subList(0, sample);
    }
    tests = List.copyOf(asked);
    pool = new TreeSet<>();
    if (all) {
      pool.addAll(population.places().keySet());
    } else {
      for (List<Pair> pairs : List.of(known, test)) {
        pairs.forEach(
            p -> {
              pool.add(p.a());
              pool.add(p.b());
            });
      }
    }
    ties = population.ties(known);
  }

  /** The places among which partners are looked for. */
  Set<Integer> pool() {
    return Collections.unmodifiableSet(pool);
  }

  /** The answers of the engine with this track record; the index holds the pool. */
  List<Answer> engine(AuthorityIndex index, TrackRecordModel model) {
    TrackRecord record = population.record(model, ties);
    Map<Integer, Set<UUID>> partners = partners();
    return questions().parallelStream()
        .flatMap(
            question -> {
              Set<UUID> wanted =
                  question.partners().keySet().stream()
                      .map(Population::id)
                      .collect(Collectors.toSet());
              Map<UUID, MatchRank> ranks =
                  index.ranks(request(question.asker(), record, partners), wanted);
              return question.partners().entrySet().stream()
                  .map(
                      partner ->
                          answer(
                              question.asker(),
                              partner,
                              Objects.requireNonNull(ranks.get(Population.id(partner.getKey())))
                                  .mean()));
            })
        .toList();
  }

  /** The answers of a plain order, the higher the better, over the same candidates. */
  List<Answer> baseline(Baseline order) {
    Map<Integer, Set<UUID>> partners = partners();
    int[] candidates = pool.stream().mapToInt(Integer::intValue).toArray();
    return questions().parallelStream()
        .flatMap(
            question -> {
              Columns asker = population.columns(question.asker());
              Set<UUID> out = partners.getOrDefault(question.asker(), Set.of());
              double[] values = new double[candidates.length];
              for (int i = 0; i < candidates.length; i++) {
                Columns other = population.columns(candidates[i]);
                boolean in =
                    other.country() != asker.country()
                        && !out.contains(Population.id(candidates[i]));
                values[i] = in ? order.value(asker, other) : Double.NaN;
              }
              return question.partners().entrySet().stream()
                  .map(
                      partner ->
                          answer(
                              question.asker(),
                              partner,
                              rank(
                                  values,
                                  order.value(asker, population.columns(partner.getKey())))));
            })
        .toList();
  }

  private static double rank(double[] values, double of) {
    long before = 0;
    long alike = 0;
    for (double value : values) {
      if (value > of) {
        before++;
      } else if (value == of) {
        alike++;
      }
    }
    return new MatchRank(of, before, alike).mean();
  }

  private Answer answer(int asker, Map.Entry<Integer, Integer> partner, double rank) {
    boolean ukrainian =
        population.columns(asker).ukrainian() || population.columns(partner.getKey()).ukrainian();
    return new Answer(partner.getValue(), ukrainian, !ties.knows(asker), rank);
  }

  private List<Question> questions() {
    Map<Integer, Map<Integer, Integer>> byAsker = new TreeMap<>();
    for (int i = 0; i < tests.size(); i++) {
      Pair pair = tests.get(i);
      byAsker.computeIfAbsent(pair.a(), p -> new LinkedHashMap<>()).put(pair.b(), i);
      byAsker.computeIfAbsent(pair.b(), p -> new LinkedHashMap<>()).put(pair.a(), i);
    }
    return byAsker.entrySet().stream().map(e -> new Question(e.getKey(), e.getValue())).toList();
  }

  private Map<Integer, Set<UUID>> partners() {
    Map<Integer, Set<UUID>> partners = new TreeMap<>();
    for (Pair pair : known) {
      partners.computeIfAbsent(pair.a(), p -> new HashSet<>()).add(Population.id(pair.b()));
      partners.computeIfAbsent(pair.b(), p -> new HashSet<>()).add(Population.id(pair.a()));
    }
    return partners;
  }

  private MatchRequest request(int asker, TrackRecord record, Map<Integer, Set<UUID>> partners) {
    Columns columns = population.columns(asker);
    Vocabulary vocabulary = population.vocabulary();
    Set<String> foreign = new LinkedHashSet<>(vocabulary.countries().codes());
    foreign.remove(vocabulary.countries().code(columns.country()));
    return new MatchRequest(
        Population.id(asker),
        columns,
        Weights.defaults(),
        population.scale(),
        record,
        partners.getOrDefault(asker, Set.of()),
        new SearchFilter(Map.of(Facet.COUNTRY, foreign), 0, 0, null, false),
        null,
        TODAY,
        0,
        1);
  }
}
