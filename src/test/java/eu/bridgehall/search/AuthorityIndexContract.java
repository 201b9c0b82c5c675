package eu.bridgehall.search;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.support.Populations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import org.jspecify.annotations.Nullable;

/** What every authority index must do; run with each engine, always against the naive one. */
public abstract class AuthorityIndexContract {
  protected static final Vocabulary VOCABULARY = Populations.vocabulary();
  private static final ThemeScale SCALE = Populations.scale();

  private final List<AuthorityIndex> opened = new ArrayList<>();

  /** A new, empty index. */
  protected abstract AuthorityIndex create();

  private AuthorityIndex index() {
    AuthorityIndex index = create();
    opened.add(index);
    return index;
  }

  @AfterTry
  protected void closeAll() {
    opened.forEach(AuthorityIndex::close);
    opened.clear();
  }

  private static NaiveAuthorityIndex reference(List<AuthorityDocument> documents) {
    NaiveAuthorityIndex reference = new NaiveAuthorityIndex(VOCABULARY);
    reference.put(documents);
    reference.refresh();
    return reference;
  }

  private static MatchRequest matches(AuthorityDocument asker, Weights weights, int limit) {
    return matches(asker, weights, Set.of(), SearchFilter.ALL, 0, limit);
  }

  private static MatchRequest matches(
      AuthorityDocument asker,
      Weights weights,
      Set<UUID> excluded,
      SearchFilter filter,
      int offset,
      int limit) {
    return new MatchRequest(
        asker.id(),
        asker.columns(),
        weights,
        SCALE,
        Populations.record(),
        excluded,
        filter,
        null,
        Populations.TODAY,
        offset,
        limit);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void theBestAreThoseOfTheReferenceUnderAnyWeights(@ForAll long seed) {
    Populations populations = new Populations(seed);
    List<AuthorityDocument> documents = populations.documents(150);
    AuthorityIndex index = index();
    // in several segments, some of them written twice, so that there are deleted ones
    for (int from = 0; from < documents.size(); from += 40) {
      index.put(documents.subList(from, Math.min(from + 60, documents.size())));
      index.refresh();
    }
    NaiveAuthorityIndex reference = reference(documents);
    for (int i = 0; i < 8; i++) {
      AuthorityDocument asker = documents.get(i);
      for (Weights weights : List.of(Weights.defaults(), populations.weights())) {
        for (int limit : new int[] {1, 10, 300}) {
          MatchRequest request = matches(asker, weights, limit);
          assertEquals(reference.match(request), index.match(request));
          Set<UUID> some =
              documents.stream().skip(5).limit(20).map(AuthorityDocument::id).collect(toSet());
          assertEquals(reference.ranks(request, some), index.ranks(request, some));
        }
        MatchRequest narrowed =
            matches(
                asker,
                weights,
                Set.of(documents.get(9).id(), documents.get(10).id()),
                SearchFilter.of(Facet.COUNTRY, "UA", "FR"),
                5,
                20);
        assertEquals(reference.match(narrowed), index.match(narrowed));
      }
    }
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void anAuthorityNeverMeetsItselfOrOneThatIsExcludedOrClosed(@ForAll long seed) {
    List<AuthorityDocument> documents = new Populations(seed).documents(80);
    AuthorityIndex index = index();
    index.put(documents);
    index.refresh();
    AuthorityDocument asker = documents.getFirst();
    Set<UUID> excluded = Set.of(documents.get(1).id(), documents.get(2).id());
    MatchPage page =
        index.match(matches(asker, Weights.defaults(), excluded, SearchFilter.ALL, 0, 500));
    Set<UUID> met = new HashSet<>(page.hits().stream().map(MatchPage.Hit::id).toList());
    assertEquals(page.total(), met.size());
    assertFalse(met.contains(asker.id()));
    assertTrue(excluded.stream().noneMatch(met::contains));
    for (AuthorityDocument each : documents) {
      assertTrue(each.columns().standing().accepting() || !met.contains(each.id()));
    }
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void resultsFacetsAndTotalsAreThoseOfTheReference(@ForAll long seed) {
    List<AuthorityDocument> documents = new Populations(seed).documents(200);
    AuthorityIndex index = index();
    index.put(documents);
    index.refresh();
    NaiveAuthorityIndex reference = reference(documents);
    GeoPoint centre = new GeoPoint(50, 15);
    List<SearchFilter> filters =
        List.of(
            SearchFilter.ALL,
            SearchFilter.of(Facet.NEED, "t1"),
            SearchFilter.of(Facet.SEEKS_UKRAINIAN, Facet.YES),
            new SearchFilter(
                Map.of(
                    Facet.COUNTRY, Set.of("UA", "DE"),
                    Facet.COOPERATION, Set.of("twinning"),
                    Facet.TYPE, Set.of("municipality")),
                0,
                0,
                null,
                true),
            new SearchFilter(Map.of(Facet.LANGUAGE, Set.of("en")), 1000, 50_000, null, false),
            new SearchFilter(Map.of(), 0, 0, new SearchFilter.Circle(centre, 700), false));
    for (SearchFilter filter : filters) {
      for (SearchSort sort : SearchSort.values()) {
        SearchRequest request = new SearchRequest(null, filter, sort, centre, 500, null);
        SearchPage expected = reference.find(request);
        SearchPage found = index.find(request);
        assertEquals(expected.hits(), found.hits(), sort + " " + filter);
        assertEquals(expected.facets(), found.facets());
        assertEquals(expected.total(), found.total());
        assertEquals(expected.hits(), paged(index, filter, sort, null, 7));
      }
    }
  }

  private static List<SearchPage.Hit> paged(
      AuthorityIndex index, SearchFilter filter, SearchSort sort, @Nullable String text, int size) {
    List<SearchPage.Hit> hits = new ArrayList<>();
    String cursor = null;
    do {
      SearchPage page =
          index.find(new SearchRequest(text, filter, sort, new GeoPoint(50, 15), size, cursor));
      hits.addAll(page.hits());
      cursor = page.next();
    } while (cursor != null);
    return hits;
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void wordsAreFoundAndPagingThroughAllOfThemEqualsOnePage(@ForAll long seed) {
    List<AuthorityDocument> documents = new Populations(seed).documents(120);
    AuthorityIndex index = index();
    index.put(documents);
    index.refresh();
    NaiveAuthorityIndex reference = reference(documents);
    SearchRequest request =
        new SearchRequest("tourism", SearchFilter.ALL, SearchSort.RELEVANCE, null, 500, null);
    SearchPage found = index.find(request);
    Set<UUID> expected = ids(reference.find(request).hits());
    assertEquals(expected, ids(found.hits()));
    assertEquals(found.hits(), paged(index, SearchFilter.ALL, SearchSort.RELEVANCE, "tourism", 4));
    assertEquals(reference.find(request).facets(), found.facets());
    SearchFilter visitors = new SearchFilter(Map.of(Facet.NEED, Set.of("t1")), 0, 0, null, true);
    SearchRequest narrowed =
        new SearchRequest("tourism", visitors, SearchSort.RELEVANCE, null, 500, null);
    SearchPage fewer = index.find(narrowed);
    assertEquals(ids(reference.find(narrowed).hits()), ids(fewer.hits()));
    assertEquals(fewer.hits().size(), fewer.total());
    assertEquals(reference.find(narrowed).facets(), fewer.facets());
  }

  private static Set<UUID> ids(List<SearchPage.Hit> hits) {
    return new HashSet<>(hits.stream().map(SearchPage.Hit::id).toList());
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void whatIsRemovedOrReplacedIsNotFoundAgain(@ForAll long seed) {
    Populations populations = new Populations(seed);
    List<AuthorityDocument> documents = populations.documents(60);
    AuthorityIndex index = index();
    index.put(documents);
    index.refresh();
    List<UUID> removed = documents.subList(0, 20).stream().map(AuthorityDocument::id).toList();
    index.remove(removed);
    index.refresh();
    assertEquals(40, index.check().count());
    assertTrue(index.columns(removed.getFirst()).isEmpty());
    AuthorityDocument kept = documents.get(30);
    assertEquals(kept.columns(), index.columns(kept.id()).orElseThrow());

    List<AuthorityDocument> others = populations.documents(25);
    List<Long> progress = new ArrayList<>();
    index.replaceAll(others.stream(), "42", progress::add);
    assertEquals(25, progress.getLast());
    assertEquals(25, index.check().count());
    assertEquals("42", index.position().orElseThrow());
    assertFalse(index.needsRebuild());
    assertTrue(index.columns(kept.id()).isEmpty());
    MatchRequest request = matches(others.getFirst(), Weights.defaults(), 100);
    assertEquals(reference(others).match(request), index.match(request));
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void readersAreNotInterruptedWhileEverythingIsReplaced(@ForAll long seed)
      throws InterruptedException {
    List<AuthorityDocument> documents = new Populations(seed).documents(100);
    AuthorityIndex index = index();
    index.replaceAll(documents.stream(), "0", count -> {});
    MatchRequest request = matches(documents.getFirst(), Weights.defaults(), 20);
    MatchPage expected = index.match(request);
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread reader =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((thread, error) -> failure.set(error))
            .start(
                () -> {
                  while (!done.get()) {
                    assertEquals(expected, index.match(request));
                  }
                });
    for (int i = 0; i < 10; i++) {
      index.replaceAll(documents.stream(), Integer.toString(i), count -> {});
    }
    done.set(true);
    reader.join();
    Throwable error = failure.get();
    if (error != null) {
      throw new AssertionError("A reader failed", error);
    }
  }

  @Property(tries = 1)
  void aCursorThatWasNotGivenOutIsRefused() {
    AuthorityIndex index = index();
    index.put(new Populations(1).documents(5));
    index.refresh();
    for (String cursor : List.of("", "?", "AAAA", "bm90IGEgY3Vyc29y", "!!!!")) {
      SearchRequest request =
          new SearchRequest(null, SearchFilter.ALL, SearchSort.NEWEST, null, 5, cursor);
      DomainException.Invalid refused =
          assertThrows(DomainException.Invalid.class, () -> index.find(request));
      assertEquals("cursor", refused.errors().getFirst().field());
    }
  }

  @Property(tries = 1)
  void sortingByDistanceNeedsAPoint() {
    AuthorityIndex index = index();
    SearchRequest request =
        new SearchRequest(null, SearchFilter.ALL, SearchSort.DISTANCE, null, 5, null);
    assertThrows(DomainException.Invalid.class, () -> index.find(request));
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void suggestionsBeginWithWhatWasTypedAndTheLargerComesFirst(@ForAll long seed) {
    List<AuthorityDocument> documents = new Populations(seed).documents(100);
    AuthorityIndex index = index();
    index.put(documents);
    index.refresh();
    List<Suggestion> found = index.suggest("tourismv", true, 10);
    List<Suggestion> expected = reference(documents).suggest("tourismv", true, 10);
    assertEquals(
        expected.stream().map(Suggestion::id).toList(),
        found.stream().map(Suggestion::id).toList());
    assertTrue(index.suggest("nobody", true, 10).isEmpty());
    assertNotNull(index.suggest(" ", true, 10));
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  void whatTheTextsAnswerActsOnTheRankValueOnly(@ForAll long seed) {
    List<AuthorityDocument> documents = new Populations(seed).documents(80);
    AuthorityIndex index = index();
    index.replaceAll(Stream.concat(documents.stream(), Stream.empty()), "0", count -> {});
    MatchRequest plain = matches(documents.getFirst(), Weights.defaults(), 500);
    MatchRequest asked =
        new MatchRequest(
            plain.asker(),
            plain.columns(),
            plain.weights(),
            plain.scale(),
            plain.record(),
            Set.of(),
            SearchFilter.ALL,
            "tourism and water",
            plain.today(),
            0,
            500);
    Map<UUID, MatchPage.Hit> before = new HashMap<>();
    index.match(plain).hits().forEach(hit -> before.put(hit.id(), hit));
    MatchPage after = index.match(asked);
    assertEquals(before.size(), after.total());
    for (MatchPage.Hit hit : after.hits()) {
      MatchPage.Hit known = before.get(hit.id());
      assertNotNull(known);
      assertEquals(known.mutual(), hit.mutual());
      double factor = index.textFactor(hit.id(), "tourism and water", false);
      assertEquals(known.rankValue() * factor, hit.rankValue(), 1e-6);
    }
  }

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void projectIdeasAnswerThoseAloneWhoMayReadThem(@ForAll long seed) {
    AuthorityDocument plain = new Populations(seed).document();
    AuthorityDocument document =
        new AuthorityDocument(
            plain.id(),
            plain.columns(),
            plain.type(),
            plain.name(),
            plain.names(),
            plain.texts(),
            Map.of("en", "An observatory for bats"),
            plain.isPublic(),
            plain.updatedAt());
    AuthorityIndex index = index();
    index.replaceAll(Stream.of(document), "0", count -> {});
    double none = index.textFactor(UUID.randomUUID(), "observatory", true);
    assertEquals(none, index.textFactor(document.id(), "observatory", false));
    // as many words as are asked for, of which none is left out for their number
    String many = "observatory " + "bat meadow river school energy bridge museum ".repeat(3);
    assertTrue(index.textFactor(document.id(), many, true) > none);
    String cyrillic = "Енергоефективність шкільних будівель у громадах Херсонщини ".repeat(5);
    assertEquals(
        0,
        index
            .find(
                new SearchRequest(cyrillic, SearchFilter.ALL, SearchSort.RELEVANCE, null, 10, null))
            .total());
    assertTrue(index.textFactor(document.id(), "observatory", true) > none);
    SearchRequest everywhere =
        new SearchRequest("observatory", SearchFilter.ALL, SearchSort.RELEVANCE, null, 10, null);
    assertEquals(0, index.find(everywhere).total());
  }
}
