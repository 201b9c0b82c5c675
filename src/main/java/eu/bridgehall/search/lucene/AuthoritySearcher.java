package eu.bridgehall.search.lucene;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.MatchPage;
import eu.bridgehall.search.MatchRank;
import eu.bridgehall.search.MatchRequest;
import eu.bridgehall.search.SearchPage;
import eu.bridgehall.search.SearchRequest;
import eu.bridgehall.search.SearchSort;
import eu.bridgehall.search.Suggestion;
import eu.bridgehall.search.names.Romanisation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Asks one view of the index. */
final class AuthoritySearcher {
  private final Vocabulary vocabulary;
  private final ColumnCache cache;
  private final FilterQueries filters = new FilterQueries();
  private final TextQueries texts;
  private final Corrections corrections;

  AuthoritySearcher(Vocabulary vocabulary, ColumnCache cache, LuceneSearchWords words) {
    this.vocabulary = vocabulary;
    this.cache = cache;
    texts = new TextQueries(words);
    corrections = new Corrections(words);
  }

  List<String> corrections(IndexSearcher searcher, String text, boolean publicOnly)
      throws IOException {
    return corrections.of(searcher, text, filters.visible(publicOnly));
  }

  MatchPage match(IndexSearcher searcher, MatchRequest request) throws IOException {
    return search(searcher, request, new BestCandidates(request.offset(), request.limit())).page();
  }

  Map<UUID, MatchRank> ranks(IndexSearcher searcher, MatchRequest request, Set<UUID> candidates)
      throws IOException {
    return search(searcher, request, new AllCandidates(candidates)).ranks();
  }

  private <R extends Ranking> R search(IndexSearcher searcher, MatchRequest request, R ranking)
      throws IOException {
    String text = request.text();
    boolean hasText = text != null && !text.isBlank();
    Query query = filters.gates(request);
    if (text != null && hasText) {
      query =
          new BooleanQuery.Builder()
              .add(query, BooleanClause.Occur.FILTER)
              .add(texts.any(text, request.ideas()), BooleanClause.Occur.SHOULD)
              .build();
    }
    MatchCollector collector = new MatchCollector(request, cache, hasText, ranking);
    searcher.search(query, new SingleCollector<>(collector));
    collector.rank();
    return ranking;
  }

  Optional<Columns> columns(IndexSearcher searcher, UUID id) throws IOException {
    TopDocs found = searcher.search(new TermQuery(AuthorityFields.idTerm(id)), 1);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    int document = found.scoreDocs[0].doc;
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues values = leaf.reader().getBinaryDocValues(SegmentColumns.FIELD);
    if (values == null || !values.advanceExact(document - leaf.docBase)) {
      return Optional.empty();
    }
    return Optional.of(ColumnCodec.decode(values.binaryValue()).columns());
  }

  double textFactor(IndexSearcher searcher, UUID id, String text, boolean ideas)
      throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(new TermQuery(AuthorityFields.idTerm(id)), BooleanClause.Occur.FILTER)
            .add(texts.any(text, ideas), BooleanClause.Occur.SHOULD)
            .build();
    TopDocs found = searcher.search(query, 1);
    return RankValue.text(found.scoreDocs.length == 0 ? 0 : found.scoreDocs[0].score);
  }

  SearchPage find(IndexSearcher searcher, SearchRequest request) throws IOException {
    String text = request.text();
    Query words = text != null && request.hasText() ? texts.all(text) : MatchAllDocsQuery.INSTANCE;
    List<Query> base = new ArrayList<>(filters.base(request.filter()));
    FacetCounter counter = new FacetCounter(request.filter(), cache, vocabulary);
    searcher.search(narrowed(words, base), new SingleCollector<>(counter));
    base.addAll(filters.facets(request.filter()));
    SearchSort sort =
        request.sort() == SearchSort.RELEVANCE && !request.hasText()
            ? SearchSort.NAME
            : request.sort();
    TopDocs found = page(searcher, narrowed(words, base), sort, request);
    List<SearchPage.Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : found.scoreDocs) {
      Object[] values = ((FieldDoc) hit).fields;
      double score = sort == SearchSort.RELEVANCE ? (Float) values[0] : 0;
      hits.add(new SearchPage.Hit(AuthorityFields.id((BytesRef) values[1]), score));
    }
    String next = null;
    if (hits.size() > request.limit()) {
      hits.removeLast();
      next = SearchCursor.write(sort, (FieldDoc) found.scoreDocs[request.limit() - 1]);
    }
    Map<Facet, Map<String, Long>> facets = counter.counts();
    return new SearchPage(hits, facets, counter.total(), next);
  }

  /** One result more than the page has room for, to know whether there is a next page. */
  private static TopDocs page(
      IndexSearcher searcher, Query query, SearchSort sort, SearchRequest request)
      throws IOException {
    Sort order = order(sort, request.from());
    int limit = request.limit() + 1;
    String cursor = request.cursor();
    if (cursor == null) {
      return searcher.search(query, limit, order);
    }
    FieldDoc after = SearchCursor.read(sort, cursor, searcher.getIndexReader().maxDoc());
    return searcher.searchAfter(after, query, limit, order);
  }

  private static Sort order(SearchSort sort, @Nullable GeoPoint from) {
    SortField first =
        switch (sort) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case NAME -> new SortField(AuthorityFields.NAME_KEY, SortField.Type.STRING);
          case POPULATION -> descending(AuthorityFields.POPULATION);
          case NEWEST -> descending(AuthorityFields.UPDATED);
          case DISTANCE -> {
            if (from == null) {
              throw new DomainException.Invalid("sort", "error.sort.needsPoint");
            }
            yield LatLonDocValuesField.newDistanceSort(
                AuthorityFields.POSITION, from.lat(), from.lon());
          }
        };
    return new Sort(first, new SortField(AuthorityFields.ID, SortField.Type.STRING));
  }

  private static SortField descending(String field) {
    return LongField.newSortField(field, true, SortedNumericSelector.Type.MIN);
  }

  private static Query narrowed(Query words, List<Query> by) {
    if (by.isEmpty()) {
      return words;
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(words, BooleanClause.Occur.MUST);
    by.forEach(each -> FilterQueries.filter(query, each));
    return query.build();
  }

  List<Suggestion> suggest(IndexSearcher searcher, String prefix, boolean publicOnly, int limit)
      throws IOException {
    List<String> words = texts.words(prefix);
    if (words.isEmpty()) {
      return List.of();
    }
    List<Query> visible = filters.visible(publicOnly);
    List<Suggestion> exact = suggestions(searcher, texts.beginning(prefix), visible, words, limit);
    return exact.isEmpty()
        ? suggestions(searcher, texts.nearlyBeginning(prefix), visible, words, limit)
        : exact;
  }

  private List<Suggestion> suggestions(
      IndexSearcher searcher, Query beginning, List<Query> visible, List<String> words, int limit)
      throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    FilterQueries.filter(query, beginning);
    visible.forEach(each -> FilterQueries.filter(query, each));
    Sort largest =
        new Sort(
            descending(AuthorityFields.POPULATION),
            new SortField(AuthorityFields.ID, SortField.Type.STRING));
    List<Suggestion> suggestions = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query.build(), limit, largest).scoreDocs) {
      Document stored =
          searcher
              .storedFields()
              .document(hit.doc, Set.of(AuthorityFields.STORED_NAME, AuthorityFields.STORED_FORM));
      UUID id = AuthorityFields.id((BytesRef) ((FieldDoc) hit).fields[1]);
      String name = Objects.requireNonNull(stored.get(AuthorityFields.STORED_NAME));
      suggestions.add(new Suggestion(id, name, matched(stored, name, words)));
    }
    return suggestions;
  }

  /** The first name form that has the words. */
  private String matched(Document stored, String name, List<String> words) {
    for (String form : stored.getValues(AuthorityFields.STORED_FORM)) {
      if (has(texts.words(form), words)
          || Romanisation.ofTyped(form).stream().anyMatch(f -> has(texts.words(f), words))) {
        return form;
      }
    }
    return name;
  }

  private static boolean has(List<String> form, List<String> words) {
    return form.containsAll(words.subList(0, words.size() - 1))
        && form.stream().anyMatch(word -> word.startsWith(words.getLast()));
  }
}
