package eu.bridgehall.search.lucene;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.SizeClass;
import eu.bridgehall.search.names.NameFolding;
import eu.bridgehall.search.names.Romanisation;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Turns a document of the port into one of Lucene: which fields there are and what is in them. */
final class AuthorityFields {
  static final String ID = "id";
  static final String NAME = "name";
  static final String ALL = "all";

  /** The project ideas without stems, apart from what everybody may ask. */
  static final String IDEAS = "ideas";

  /** Whole names, folded. */
  static final String WHOLE_NAME = "wholeName";

  static final String NAME_KEY = "nameKey";
  static final String STORED_NAME = "storedName";
  static final String STORED_FORM = "storedForm";
  static final String POPULATION = "population";
  static final String RANK = "rank";
  static final String RANK_POPULATION = "population";
  static final String UPDATED = "updated";
  static final String POSITION = "position";
  static final String FLAG = "flag";
  static final String FLAG_PUBLIC = "public";
  static final String PLACE = "place";
  static final String PLACE_UKRAINE = "ukraine";

  private final Vocabulary vocabulary;
  private final AuthorityAnalyzers analyzers;
  private final Collator names = nameCollator();

  AuthorityFields(Vocabulary vocabulary, AuthorityAnalyzers analyzers) {
    this.vocabulary = vocabulary;
    this.analyzers = analyzers;
  }

  /** The order of names of all scripts and languages: the root of the Unicode collation. */
  static Collator nameCollator() {
    return Collator.getInstance(ULocale.ROOT).freeze();
  }

  static Term idTerm(UUID id) {
    return new Term(ID, idBytes(id));
  }

  static BytesRef idBytes(UUID id) {
    return new BytesRef(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  static UUID id(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(in.getLong(), in.getLong());
  }

  static String facetField(Facet facet) {
    return "facet_" + facet.id();
  }

  Document document(AuthorityDocument source) {
    Document document = new Document();
    Columns columns = source.columns();
    document.add(new StringField(ID, idBytes(source.id()), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, idBytes(source.id())));
    document.add(new BinaryDocValuesField(SegmentColumns.FIELD, ColumnCodec.encode(source)));
    document.add(new LongField(POPULATION, columns.population(), Field.Store.NO));
    if (columns.population() > 0) {
      document.add(new FeatureField(RANK, RANK_POPULATION, columns.population()));
    }
    document.add(new LongField(UPDATED, source.updatedAt(), Field.Store.NO));
    byte[] key = names.getCollationKey(source.name()).toByteArray();
    document.add(new SortedDocValuesField(NAME_KEY, new BytesRef(key)));
    GeoPoint position = columns.position();
    if (position != null) {
      document.add(new LatLonPoint(POSITION, position.lat(), position.lon()));
      document.add(new LatLonDocValuesField(POSITION, position.lat(), position.lon()));
    }
    addFlags(document, source);
    addFacets(document, source);
    addTexts(document, source);
    return document;
  }

  private void addFlags(Document document, AuthorityDocument source) {
    Columns columns = source.columns();
    if (source.isPublic()) {
      document.add(new StringField(FLAG, FLAG_PUBLIC, Field.Store.NO));
    }
    if (columns.country() >= 0) {
      document.add(new StringField(PLACE, countryTerm(columns.country()), Field.Store.NO));
    }
    if (columns.ukrainian()) {
      document.add(new StringField(PLACE, PLACE_UKRAINE, Field.Store.NO));
    }
    for (int region : columns.regions()) {
      document.add(new StringField(PLACE, regionTerm(region), Field.Store.NO));
    }
  }

  static String countryTerm(int country) {
    return "c" + country;
  }

  static String regionTerm(int region) {
    return "r" + region;
  }

  private void addFacets(Document document, AuthorityDocument source) {
    Columns columns = source.columns();
    if (columns.country() >= 0) {
      add(document, Facet.COUNTRY, List.of(vocabulary.countries().code(columns.country())));
    }
    add(document, Facet.TYPE, List.of(source.type()));
    add(document, Facet.NEED, themes(columns.needs()));
    add(document, Facet.OFFER, themes(columns.offers()));
    ThemeSet any = columns.needs().or(columns.offers()).or(columns.interests());
    add(document, Facet.THEME, themes(any));
    add(
        document,
        Facet.COOPERATION,
        vocabulary.cooperation().codes(Integer.toUnsignedLong(columns.cooperation())));
    add(document, Facet.SIZE, List.of(SizeClass.of(columns.population()).code()));
    add(document, Facet.LANGUAGE, vocabulary.languageCodes(columns.languages()));
    add(document, Facet.TRAIT, vocabulary.traits().codes(Integer.toUnsignedLong(columns.traits())));
    if (columns.wishes().ukrainian()) {
      add(document, Facet.SEEKS_UKRAINIAN, List.of(Facet.YES));
    }
  }

  private List<String> themes(ThemeSet set) {
    return vocabulary.themeCodes(vocabulary.tree().withFields(set));
  }

  private static void add(Document document, Facet facet, Collection<String> codes) {
    for (String code : codes) {
      document.add(new StringField(facetField(facet), code, Field.Store.NO));
    }
  }

  private void addTexts(Document document, AuthorityDocument source) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(source.name());
    forms.addAll(source.names());
    document.add(new StoredField(STORED_NAME, source.name()));
    int country = source.columns().country();
    String code = country < 0 ? "" : vocabulary.countries().code(country);
    Set<String> keys = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    for (String form : forms) {
      document.add(new StoredField(STORED_FORM, form));
      words.add(form);
      List<String> own = NameFolding.keys(form);
      keys.addAll(own);
      if (own.size() > 1) {
        words.addAll(own); // one alone has the words of the name itself
      }
      for (String latin : Romanisation.of(form, code)) {
        List<String> other = NameFolding.keys(latin);
        keys.addAll(other);
        words.addAll(other);
      }
    }
    for (String key : keys) {
      document.add(new StringField(WHOLE_NAME, key, Field.Store.NO));
    }
    for (String form : words) {
      document.add(new TextField(NAME, form, Field.Store.NO));
      document.add(new TextField(ALL, form, Field.Store.NO));
    }
    addTexts(document, source.texts(), ALL, AuthorityAnalyzers::textField);
    addTexts(document, source.ideas(), IDEAS, AuthorityAnalyzers::ideaField);
  }

  private void addTexts(
      Document document, Map<String, String> texts, String plain, UnaryOperator<String> stems) {
    texts.forEach(
        (language, text) -> {
          document.add(new TextField(plain, text, Field.Store.NO));
          if (analyzers.knows(language)) {
            document.add(new TextField(stems.apply(language), text, Field.Store.NO));
          }
        });
  }
}
