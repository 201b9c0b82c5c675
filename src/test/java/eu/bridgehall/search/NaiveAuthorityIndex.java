package eu.bridgehall.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Candidate;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.Gates;
import eu.bridgehall.scoring.PairScorer;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reference engine of the tests: looks at every document, one after the other. Its words are
 * plain words, without stems and typing errors.
 */
public final class NaiveAuthorityIndex implements AuthorityIndex {
  private final Vocabulary vocabulary;
  private Map<UUID, AuthorityDocument> written = new HashMap<>();
  private volatile Map<UUID, AuthorityDocument> seen = Map.of();
  private volatile @Nullable String position;
  private volatile boolean needsRebuild = true;

  public NaiveAuthorityIndex(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public synchronized void put(Collection<AuthorityDocument> documents) {
    documents.forEach(document -> written.put(document.id(), document));
  }

  @Override
  public synchronized void remove(Collection<UUID> ids) {
    ids.forEach(written::remove);
  }

  @Override
  public void replaceAll(Stream<AuthorityDocument> documents, String upTo, LongConsumer progress) {
    Map<UUID, AuthorityDocument> next = new HashMap<>();
    documents.forEach(document -> next.put(document.id(), document));
    progress.accept(next.size());
    synchronized (this) {
      written = next;
      seen = Map.copyOf(next);
      position = upTo;
      needsRebuild = false;
    }
  }

  @Override
  public synchronized void refresh() {
    seen = Map.copyOf(written);
  }

  @Override
  public void commit(String upTo) {
    position = upTo;
  }

  @Override
  public Optional<String> position() {
    return Optional.ofNullable(position);
  }

  @Override
  public boolean needsRebuild() {
    return needsRebuild;
  }

  @Override
  public SearchPage find(SearchRequest request) {
    SearchFilter filter = request.filter();
    List<AuthorityDocument> base =
        seen.values().stream()
            .filter(each -> passesBase(filter, each) && hasWords(each, request.text()))
            .toList();
    Map<Facet, Map<String, Long>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(
          facet,
          base.stream()
              .filter(each -> passesFacets(filter, each, facet))
              .flatMap(each -> codes(facet, each).stream())
              .collect(Collectors.groupingBy(code -> code, Collectors.counting())));
    }
    List<AuthorityDocument> found =
        base.stream()
            .filter(each -> passesFacets(filter, each, null))
            .sorted(order(request).thenComparing(AuthorityDocument::id, IdOrder.ASCENDING))
            .toList();
    int from = offset(request.cursor());
    int to = Math.min(found.size(), from + request.limit());
    return new SearchPage(
        found.subList(Math.min(from, to), to).stream()
            .map(each -> new SearchPage.Hit(each.id(), 0))
            .toList(),
        facets,
        found.size(),
        to < found.size() ? cursor(to) : null);
  }

  private static Comparator<AuthorityDocument> order(SearchRequest request) {
    return switch (request.sort()) {
      case RELEVANCE, NAME ->
          Comparator.comparing(
              AuthorityDocument::name, Collator.getInstance(ULocale.ROOT)::compare);
      case POPULATION ->
          Comparator.comparingInt((AuthorityDocument each) -> -each.columns().population());
      case NEWEST -> Comparator.comparingLong((AuthorityDocument each) -> -each.updatedAt());
      case DISTANCE -> {
        GeoPoint from = request.from();
        if (from == null) {
          throw new DomainException.Invalid("sort", "error.sort.needsPoint");
        }
        yield Comparator.comparingDouble(
            each -> {
              GeoPoint position = each.columns().position();
              return position == null ? Double.POSITIVE_INFINITY : from.kilometresTo(position);
            });
      }
    };
  }

  private static String cursor(int offset) {
    return Base64.getUrlEncoder()
        .encodeToString(Integer.toString(offset).getBytes(StandardCharsets.US_ASCII));
  }

  private static int offset(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    try {
      byte[] digits = Base64.getUrlDecoder().decode(cursor);
      return Integer.parseInt(new String(digits, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new DomainException.Invalid("cursor", "error.cursor");
    }
  }

  private static boolean passesBase(SearchFilter filter, AuthorityDocument document) {
    int population = document.columns().population();
    GeoPoint position = document.columns().position();
    SearchFilter.Circle around = filter.around();
    boolean sized =
        (filter.minPopulation() == 0 && filter.maxPopulation() == 0)
            || (population > 0
                && population >= filter.minPopulation()
                && (filter.maxPopulation() == 0 || population <= filter.maxPopulation()));
    boolean near =
        around == null
            || (position != null && around.centre().kilometresTo(position) <= around.kilometres());
    return sized && near && (document.isPublic() || !filter.publicOnly());
  }

  private boolean passesFacets(
      SearchFilter filter, AuthorityDocument document, @Nullable Facet except) {
    return filter.chosen().entrySet().stream()
        .allMatch(
            chosen ->
                chosen.getKey() == except
                    || codes(chosen.getKey(), document).stream()
                        .anyMatch(chosen.getValue()::contains));
  }

  private Collection<String> codes(Facet facet, AuthorityDocument document) {
    Columns columns = document.columns();
    return switch (facet) {
      case COUNTRY -> List.of(vocabulary.countries().code(columns.country()));
      case TYPE -> List.of(document.type());
      case NEED -> themes(columns.needs());
      case OFFER -> themes(columns.offers());
      case THEME -> themes(columns.needs().or(columns.offers()).or(columns.interests()));
      case COOPERATION -> vocabulary.cooperation().codes(columns.cooperation());
      case SIZE -> List.of(SizeClass.of(columns.population()).code());
      case LANGUAGE -> vocabulary.languageCodes(columns.languages());
      case TRAIT -> vocabulary.traits().codes(columns.traits());
      case SEEKS_UKRAINIAN -> columns.wishes().ukrainian() ? List.of(Facet.YES) : List.of();
    };
  }

  private Set<String> themes(ThemeSet set) {
    return new HashSet<>(vocabulary.themeCodes(vocabulary.tree().withFields(set)));
  }

  private static boolean hasWords(AuthorityDocument document, @Nullable String text) {
    return text == null || words(document).containsAll(words(text));
  }

  private static Set<String> words(AuthorityDocument document) {
    Set<String> words = new HashSet<>(words(document.name()));
    document.names().forEach(name -> words.addAll(words(name)));
    document.texts().values().forEach(text -> words.addAll(words(text)));
    return words;
  }

  private static List<String> words(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return List.of(folded.strip().split("[^\\p{L}\\p{N}]+"));
  }

  @Override
  public List<Suggestion> suggest(String prefix, boolean publicOnly, int limit) {
    String start = String.join(" ", words(prefix));
    List<AuthorityDocument> found = new ArrayList<>();
    for (AuthorityDocument each : seen.values()) {
      if ((each.isPublic() || !publicOnly)
          && words(each).stream().anyMatch(word -> word.startsWith(start))) {
        found.add(each);
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparingInt((AuthorityDocument each) -> -each.columns().population())
                .thenComparing(AuthorityDocument::id, IdOrder.ASCENDING))
        .limit(limit)
        .map(each -> new Suggestion(each.id(), each.name(), each.name()))
        .toList();
  }

  @Override
  public List<String> corrections(String text, boolean publicOnly) {
    return List.of();
  }

  @Override
  public MatchPage match(MatchRequest request) {
    Candidate asker = new FieldCandidate(request.columns(), request.scale());
    PairScorer scorer = new PairScorer(asker, request.weights(), request.scale(), request.record());
    List<MatchPage.Hit> hits = new ArrayList<>();
    for (AuthorityDocument each : passing(request)) {
      double mutual = scorer.mutual(new FieldCandidate(each.columns(), request.scale()));
      hits.add(new MatchPage.Hit(each.id(), mutual, rankValue(scorer, request, each)));
    }
    hits.sort(
        Comparator.comparingDouble((MatchPage.Hit hit) -> -hit.rankValue())
            .thenComparing(MatchPage.Hit::id, IdOrder.ASCENDING));
    int from = Math.min(request.offset(), hits.size());
    int to = Math.min(from + request.limit(), hits.size());
    return new MatchPage(hits.subList(from, to), hits.size());
  }

  private List<AuthorityDocument> passing(MatchRequest request) {
    Candidate asker = new FieldCandidate(request.columns(), request.scale());
    return seen.values().stream()
        .filter(
            each ->
                !each.id().equals(request.asker())
                    && !request.excluded().contains(each.id())
                    && passesBase(request.filter(), each)
                    && passesFacets(request.filter(), each, null)
                    && Gates.areOpen(asker, new FieldCandidate(each.columns(), request.scale())))
        .toList();
  }

  private double rankValue(PairScorer scorer, MatchRequest request, AuthorityDocument each) {
    Candidate candidate = new FieldCandidate(each.columns(), request.scale());
    double text = textFactor(each.id(), request.text(), request.ideas());
    return RankValue.value(scorer.mutual(candidate), candidate, request.today(), text);
  }

  @Override
  public Map<UUID, MatchRank> ranks(MatchRequest request, Set<UUID> candidates) {
    Map<UUID, Double> values = new HashMap<>();
    Candidate asker = new FieldCandidate(request.columns(), request.scale());
    PairScorer scorer = new PairScorer(asker, request.weights(), request.scale(), request.record());
    for (AuthorityDocument each : passing(request)) {
      values.put(each.id(), rankValue(scorer, request, each));
    }
    Map<UUID, MatchRank> ranks = new HashMap<>();
    for (UUID id : candidates) {
      Double own = values.get(id);
      if (own != null) {
        long before = values.values().stream().filter(value -> value > own).count();
        long alike = values.values().stream().filter(own::equals).count();
        ranks.put(id, new MatchRank(own, before, alike));
      }
    }
    return ranks;
  }

  @Override
  public Optional<Columns> columns(UUID id) {
    return Optional.ofNullable(seen.get(id)).map(AuthorityDocument::columns);
  }

  @Override
  public double textFactor(UUID id, @Nullable String text, boolean ideas) {
    if (text == null || text.isBlank()) {
      return RankValue.NO_TEXT;
    }
    AuthorityDocument document = seen.get(id);
    long met =
        document == null
            ? 0
            : words(text).stream()
                .filter(
                    w ->
                        words(document).contains(w)
                            || (ideas
                                && document.ideas().values().stream()
                                    .anyMatch(idea -> words(idea).contains(w))))
                .count();
    return RankValue.text((double) met);
  }

  @Override
  public IndexStatus check() {
    return new IndexStatus(seen.size(), position, "memory", needsRebuild);
  }

  @Override
  public void close() {
    seen = Map.of();
  }
}
