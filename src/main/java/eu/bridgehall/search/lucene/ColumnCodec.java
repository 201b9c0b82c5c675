package eu.bridgehall.search.lucene;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Criterion;
import eu.bridgehall.scoring.LanguageSet;
import eu.bridgehall.scoring.Locality;
import eu.bridgehall.scoring.Standing;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.scoring.Wishes;
import eu.bridgehall.search.AuthorityDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** All columns of a document as one value of bytes, read once for each segment. */
final class ColumnCodec {
  private static final int UKRAINIAN = 1;
  private static final int WISHES_UKRAINIAN = 1 << 1;
  private static final int ACCEPTING = 1 << 2;
  private static final int DISTANCE_WEIGHED = 1 << 3;
  private static final int COASTAL = 1 << 4;
  // more than everything of fixed length
  private static final int FIXED = 320;

  private ColumnCodec() {}

  /** What is kept of a document in the columns. */
  record Row(UUID id, Columns columns, String type) {}

  static BytesRef encode(AuthorityDocument document) {
    Columns columns = document.columns();
    Wishes wishes = columns.wishes();
    byte[] type = document.type().getBytes(StandardCharsets.UTF_8);
    int regions = columns.regions().size() + wishes.regions().size();
    ByteBuffer out = ByteBuffer.allocate(FIXED + type.length + Integer.BYTES * regions);
    out.putLong(document.id().getMostSignificantBits());
    out.putLong(document.id().getLeastSignificantBits());
    out.putInt(columns.country()).putInt(flags(columns));
    put(out, columns.needs());
    put(out, columns.offers());
    put(out, columns.interests());
    LanguageSet languages = columns.languages();
    out.putLong(languages.first()).putLong(languages.second()).putLong(languages.third());
    out.putInt(columns.cooperation()).putInt(columns.traits()).putInt(columns.population());
    GeoPoint position = columns.position();
    out.putDouble(position == null ? Double.NaN : position.lat());
    out.putDouble(position == null ? Double.NaN : position.lon());
    Locality locality = columns.locality();
    out.putInt(locality.place()).putInt(locality.urbanisation());
    out.putInt(locality.division()).putInt(locality.district());
    out.putLong(wishes.countries()).putInt(wishes.traits());
    out.putInt(wishes.minPopulation()).putInt(wishes.maxPopulation());
    out.putInt(wishes.kilometres()).putInt(wishes.musts());
    Standing standing = columns.standing();
    out.putInt(standing.confirmedDay()).putFloat(standing.expectedRequests());
    out.putInt(standing.capacity());
    for (Criterion criterion : Criterion.values()) {
      out.put((byte) columns.weights().given(criterion));
    }
    put(out, columns.regions());
    put(out, wishes.regions());
    out.putInt(type.length).put(type);
    return new BytesRef(out.array(), 0, out.position());
  }

  static Row decode(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    UUID id = new UUID(in.getLong(), in.getLong());
    int country = in.getInt();
    int flags = in.getInt();
    ThemeSet needs = themes(in);
    ThemeSet offers = themes(in);
    ThemeSet interests = themes(in);
    LanguageSet languages = new LanguageSet(in.getLong(), in.getLong(), in.getLong());
    int cooperation = in.getInt();
    int traits = in.getInt();
    int population = in.getInt();
    GeoPoint position = position(in.getDouble(), in.getDouble());
    Locality locality =
        new Locality(in.getInt(), in.getInt(), (flags & COASTAL) != 0, in.getInt(), in.getInt());
    long wishedCountries = in.getLong();
    int[] wished = {in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt()};
    Standing standing =
        new Standing((flags & ACCEPTING) != 0, in.getInt(), in.getFloat(), in.getInt());
    Weights weights = weights(in, (flags & DISTANCE_WEIGHED) != 0);
    List<Integer> regions = integers(in);
    List<Integer> wishedRegions = integers(in);
    byte[] type = new byte[in.getInt()];
    in.get(type);
    Wishes wishes =
        new Wishes(
            wishedCountries,
            wishedRegions,
            wished[0],
            (flags & WISHES_UKRAINIAN) != 0,
            wished[1],
            wished[2],
            wished[3],
            wished[4]);
    return new Row(
        id,
        new Columns(
            country,
            (flags & UKRAINIAN) != 0,
            regions,
            needs,
            offers,
            interests,
            cooperation,
            languages,
            traits,
            population,
            position,
            locality,
            wishes,
            standing,
            weights),
        new String(type, StandardCharsets.UTF_8));
  }

  private static int flags(Columns columns) {
    return (columns.ukrainian() ? UKRAINIAN : 0)
        | (columns.wishes().ukrainian() ? WISHES_UKRAINIAN : 0)
        | (columns.standing().accepting() ? ACCEPTING : 0)
        | (columns.locality().coastal() ? COASTAL : 0)
        | (columns.weights().distanceGiven() ? DISTANCE_WEIGHED : 0);
  }

  private static void put(ByteBuffer out, ThemeSet themes) {
    out.putLong(themes.lo()).putLong(themes.hi());
  }

  private static ThemeSet themes(ByteBuffer in) {
    return new ThemeSet(in.getLong(), in.getLong());
  }

  private static void put(ByteBuffer out, List<Integer> numbers) {
    out.putInt(numbers.size());
    numbers.forEach(out::putInt);
  }

  private static List<Integer> integers(ByteBuffer in) {
    int count = in.getInt();
    List<Integer> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(in.getInt());
    }
    return numbers;
  }

  private static @Nullable GeoPoint position(double lat, double lon) {
    return Double.isNaN(lat) ? null : new GeoPoint(lat, lon);
  }

  private static Weights weights(ByteBuffer in, boolean distanceGiven) {
    boolean same = !distanceGiven;
    int[] numbers = new int[Criterion.values().length];
    int next = 0;
    for (Criterion criterion : Criterion.values()) {
      numbers[next] = in.get();
      same &= numbers[next++] == criterion.defaultWeight();
    }
    if (same) {
      return Weights.defaults();
    }
    Map<String, Integer> chosen = new HashMap<>();
    next = 0;
    for (Criterion criterion : Criterion.values()) {
      if (criterion != Criterion.DISTANCE || distanceGiven) {
        chosen.put(criterion.id(), numbers[next]);
      }
      next++;
    }
    return Weights.of(chosen);
  }
}
