package eu.bridgehall.search.lucene;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Must;
import eu.bridgehall.scoring.Wishes;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.MatchRequest;
import eu.bridgehall.search.SearchFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Restrictions and gates as filters on indexed fields. */
final class FilterQueries {
  private static final double METRES = 1000;

  /** What a reader may find at all: results, counts, suggestions and corrections alike. */
  List<Query> visible(boolean publicOnly) {
    return publicOnly ? List.of(flag(AuthorityFields.FLAG_PUBLIC)) : List.of();
  }

  /** The restrictions that are no facets. */
  List<Query> base(SearchFilter filter) {
    List<Query> queries = new ArrayList<>(visible(filter.publicOnly()));
    if (filter.minPopulation() > 0 || filter.maxPopulation() > 0) {
      queries.add(population(filter.minPopulation(), filter.maxPopulation()));
    }
    SearchFilter.Circle around = filter.around();
    if (around != null) {
      GeoPoint centre = around.centre();
      queries.add(
          LatLonPoint.newDistanceQuery(
              AuthorityFields.POSITION, centre.lat(), centre.lon(), around.kilometres() * METRES));
    }
    return queries;
  }

  /** The chosen codes of the facets, one query for each facet. */
  List<Query> facets(SearchFilter filter) {
    List<Query> queries = new ArrayList<>();
    filter.chosen().forEach((facet, codes) -> queries.add(anyOf(facet, codes)));
    return queries;
  }

  /**
   * The gates that are quicker told from indexed terms than from the columns of every candidate:
   * nothing between the two, the request's own restrictions, and the asker's musts about place and
   * size. {@link eu.bridgehall.scoring.Gates} decides the others for what is left.
   */
  Query gates(MatchRequest request) {
    BooleanQuery.Builder gates = new BooleanQuery.Builder();
    filter(gates, MatchAllDocsQuery.INSTANCE);
    Wishes wishes = request.columns().wishes();
    if (wishes.demands(Must.PLACE) && wishes.statesPlace()) {
      filter(gates, place(wishes));
    }
    if (wishes.demands(Must.SIZE) && wishes.statesSize()) {
      filter(gates, population(Math.max(1, wishes.minPopulation()), wishes.maxPopulation()));
    }
    base(request.filter()).forEach(query -> filter(gates, query));
    facets(request.filter()).forEach(query -> filter(gates, query));
    List<BytesRef> excluded = new ArrayList<>();
    excluded.add(AuthorityFields.idBytes(request.asker()));
    for (UUID id : request.excluded()) {
      excluded.add(AuthorityFields.idBytes(id));
    }
    gates.add(new TermInSetQuery(AuthorityFields.ID, excluded), BooleanClause.Occur.MUST_NOT);
    return gates.build();
  }

  static void filter(BooleanQuery.Builder builder, Query query) {
    builder.add(query, BooleanClause.Occur.FILTER);
  }

  private static Query place(Wishes wishes) {
    List<BytesRef> terms = new ArrayList<>();
    for (long rest = wishes.countries(); rest != 0; rest &= rest - 1) {
      terms.add(new BytesRef(AuthorityFields.countryTerm(Long.numberOfTrailingZeros(rest))));
    }
    wishes.regions().forEach(region -> terms.add(new BytesRef(AuthorityFields.regionTerm(region))));
    if (wishes.ukrainian()) {
      terms.add(new BytesRef(AuthorityFields.PLACE_UKRAINE));
    }
    return new TermInSetQuery(AuthorityFields.PLACE, terms);
  }

  private static Query population(int min, int max) {
    return LongField.newRangeQuery(
        AuthorityFields.POPULATION, Math.max(min, 1), max > 0 ? max : Long.MAX_VALUE);
  }

  private static Query anyOf(Facet facet, Set<String> codes) {
    return new TermInSetQuery(
        AuthorityFields.facetField(facet), codes.stream().map(BytesRef::new).toList());
  }

  private static Query flag(String flag) {
    return new TermQuery(new Term(AuthorityFields.FLAG, flag));
  }
}
