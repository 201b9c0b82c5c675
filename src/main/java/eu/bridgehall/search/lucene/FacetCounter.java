package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.CodeTable;
import eu.bridgehall.scoring.ThemeTree;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.SearchFilter;
import eu.bridgehall.search.SizeClass;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Counts the codes of every facet over the documents that pass all restrictions but the facet's
 * own. It is fed with the documents that pass the other restrictions and looks at the chosen codes
 * itself: a document that misses only one facet's choice counts for that facet alone.
 */
final class FacetCounter implements Collector {
  private final ColumnCache cache;
  private final Vocabulary vocabulary;
  private final Map<Facet, Set<String>> chosen;
  private final Map<Facet, FacetBits> selected = new EnumMap<>(Facet.class);
  private final Map<Facet, long[]> counts = new EnumMap<>(Facet.class);
  private final Map<String, Long> types = new LinkedHashMap<>();
  private final FacetBits bits = new FacetBits();
  private long total;

  FacetCounter(SearchFilter filter, ColumnCache cache, Vocabulary vocabulary) {
    this.cache = cache;
    this.vocabulary = vocabulary;
    chosen = filter.chosen();
    for (Facet facet : Facet.values()) {
      counts.put(facet, new long[FacetBits.CAPACITY]);
    }
    chosen.forEach(
        (facet, codes) -> {
          if (facet != Facet.TYPE) {
            FacetBits wanted = new FacetBits();
            codes.forEach(code -> wanted.add(ordinal(facet, code)));
            selected.put(facet, wanted);
          }
        });
  }

  /** How many documents pass everything. */
  long total() {
    return total;
  }

  /** Counts above 0 by facet and code, in the order of the vocabulary. */
  Map<Facet, Map<String, Long>> counts() {
    Map<Facet, Map<String, Long>> result = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Map<String, Long> byCode = new LinkedHashMap<>();
      long[] numbers = counts.getOrDefault(facet, new long[0]);
      for (int ordinal = 0; ordinal < numbers.length; ordinal++) {
        if (numbers[ordinal] > 0) {
          byCode.put(code(facet, ordinal), numbers[ordinal]);
        }
      }
      result.put(facet, facet == Facet.TYPE ? types : byCode);
    }
    return result;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) {
    SegmentColumns columns = cache.columns(context.reader());
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) {
        // scores are not looked at
      }

      @Override
      public void collect(int document) {
        count(columns, document);
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private void count(SegmentColumns columns, int document) {
    int missed = 0;
    Facet missing = Facet.COUNTRY;
    for (Facet facet : chosen.keySet()) {
      if (!isChosen(facet, columns, document)) {
        missed++;
        missing = facet;
      }
    }
    if (missed == 0) {
      total++;
      for (Facet facet : Facet.values()) {
        count(facet, columns, document);
      }
    } else if (missed == 1) {
      count(missing, columns, document);
    }
  }

  private boolean isChosen(Facet facet, SegmentColumns columns, int document) {
    if (facet == Facet.TYPE) {
      return chosen.getOrDefault(facet, Set.of()).contains(columns.types[document]);
    }
    FacetBits wanted = selected.get(facet);
    read(facet, columns, document);
    return wanted != null && bits.intersects(wanted);
  }

  private void count(Facet facet, SegmentColumns columns, int document) {
    if (facet == Facet.TYPE) {
      types.merge(columns.types[document], 1L, Long::sum);
      return;
    }
    read(facet, columns, document);
    long[] numbers = counts.get(facet);
    if (numbers != null) {
      bits.increment(numbers);
    }
  }

  /** Reads the ordinals that the document has in a facet. */
  private void read(Facet facet, SegmentColumns columns, int document) {
    long[] rows = columns.rows;
    int at = document * SegmentColumns.ROW;
    int offers = at + SegmentColumns.OFFERS;
    int needs = at + SegmentColumns.NEEDS;
    int interests = at + SegmentColumns.INTERESTS;
    int languages = at + SegmentColumns.LANGUAGES;
    bits.clear();
    switch (facet) {
      case COUNTRY -> {
        int country = columns.number(at, SegmentColumns.COUNTRY);
        if (country >= 0) {
          bits.add(country);
        }
      }
      case NEED -> setThemes(rows[needs], rows[needs + 1]);
      case OFFER -> setThemes(rows[offers], rows[offers + 1]);
      case THEME ->
          setThemes(
              rows[needs] | rows[offers] | rows[interests],
              rows[needs + 1] | rows[offers + 1] | rows[interests + 1]);
      case COOPERATION -> bits.set(columns.number(at, SegmentColumns.COOPERATION));
      case SIZE -> bits.add(columns.number(at, SegmentColumns.SIZE_CLASS));
      case LANGUAGE -> bits.set(rows[languages], rows[languages + 1], rows[languages + 2]);
      case TRAIT -> bits.set(columns.number(at, SegmentColumns.TRAITS));
      case SEEKS_UKRAINIAN -> {
        if ((columns.number(at, SegmentColumns.FLAGS) & SegmentColumns.WISHES_UKRAINIAN) != 0) {
          bits.add(0);
        }
      }
      case TYPE -> throw new IllegalStateException("Types are no bits");
    }
  }

  private void setThemes(long lo, long hi) {
    ThemeTree tree = vocabulary.tree();
    bits.set(lo, hi, 0);
    for (long rest = lo; rest != 0; rest &= rest - 1) {
      bits.add(tree.fieldOf(Long.numberOfTrailingZeros(rest)));
    }
    for (long rest = hi; rest != 0; rest &= rest - 1) {
      bits.add(tree.fieldOf(Long.SIZE + Long.numberOfTrailingZeros(rest)));
    }
  }

  private int ordinal(Facet facet, String code) {
    if (facet == Facet.SEEKS_UKRAINIAN) {
      return code.equals(Facet.YES) ? 0 : FacetBits.NOWHERE;
    }
    if (facet == Facet.SIZE) {
      for (SizeClass each : SizeClass.values()) {
        if (each.code().equals(code)) {
          return each.index();
        }
      }
      return FacetBits.NOWHERE;
    }
    CodeTable table = table(facet);
    return table.contains(code) ? table.ordinal(code) : FacetBits.NOWHERE;
  }

  private String code(Facet facet, int ordinal) {
    return switch (facet) {
      case SEEKS_UKRAINIAN -> Facet.YES;
      case SIZE -> SizeClass.at(ordinal).code();
      default -> table(facet).code(ordinal);
    };
  }

  private CodeTable table(Facet facet) {
    return switch (facet) {
      case COUNTRY -> vocabulary.countries();
      case NEED, OFFER, THEME -> vocabulary.themes();
      case COOPERATION -> vocabulary.cooperation();
      case LANGUAGE -> vocabulary.languages();
      case TRAIT -> vocabulary.traits();
      case TYPE, SIZE, SEEKS_UKRAINIAN -> throw new IllegalArgumentException("No table: " + facet);
    };
  }
}
