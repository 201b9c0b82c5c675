package eu.bridgehall.scoring;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.scoring.TrackRecordModel.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much like real twin towns two authorities are: the learned numbers applied to what is known
 * of the two and of the twinnings around them. The same from both sides.
 */
public final class TrackRecord {
  /** No track record is kept: the criterion is unknown for everybody. */
  public static final TrackRecord NONE = new TrackRecord();

  /** Of how many twinnings a pair of countries must be short to be told from what is usual. */
  private static final double COUNTRY_DOUBT = 2;

  /** How many ranks a seat may have, the lowest being none. */
  public static final int RANKS = KnownPlaces.RANKS;

  // twenty thousand people
  private static final double USUAL_SIZE = StrictMath.log(20_000);
  private static final double USUAL_KILOMETRES = 100;
  private static final double DIVISION_DOUBT = 1.5;
  private static final double DISTRICT_DOUBT = 0.7;

  private final @Nullable Numbers numbers;
  private final KnownTies ties;
  private final KnownPlaces places;

  /** The model in the form in which it is worked with. */
  private static final class Numbers {
    private final TrackRecordModel model;
    private final Curve size;
    private final Curve distance;
    private final Curve shared;
    private final Curve linked;
    private final double[] urbanisation;
    private final double[] seats;
    private final double[] countries = new double[Long.SIZE * Long.SIZE];

    private Numbers(TrackRecordModel model, CodeTable codes) {
      this.model = model;
      size = curve(model, Feature.SIZE);
      distance = curve(model, Feature.DISTANCE);
      shared = curve(model, Feature.SHARED);
      linked = curve(model, Feature.LINKED);
      urbanisation = byPair(model.urbanisation(), Locality.DEGREES);
      seats = byPair(model.seats(), KnownPlaces.RANKS);
      model
          .countries()
          .forEach(
              (key, value) -> {
                String[] pair = key.split("-", -1);
                if (codes.contains(pair[0]) && codes.contains(pair[1])) {
                  int a = codes.ordinal(pair[0]);
                  int b = codes.ordinal(pair[1]);
                  countries[a * Long.SIZE + b] = value;
                  countries[b * Long.SIZE + a] = value;
                }
              });
    }

    private static double[] byPair(Map<String, Double> table, int size) {
      double[] values = new double[size * size];
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          String key = Math.min(a, b) + "-" + Math.max(a, b);
          values[a * size + b] = table.getOrDefault(key, 0.0);
        }
      }
      return values;
    }

    private static Curve curve(TrackRecordModel model, Feature feature) {
      List<TrackRecordModel.Point> points = model.curves().getOrDefault(feature, List.of());
      return new Curve(
          points.stream().mapToDouble(TrackRecordModel.Point::at).toArray(),
          points.stream().mapToDouble(TrackRecordModel.Point::value).toArray());
    }
  }

  /** What the sum is made of; each the same from both sides. */
  public enum Part implements Coded {
    SIZE(0),
    DISTANCE(1),
    URBANISATION(2),
    COAST(3),
    COUNTRIES(4),
    REGIONS(5),
    SHARED(6),
    LINKED(7),
    SEATS(8),
    NAMES(9),
    SURROUNDINGS(10),
    ABROAD(11);

    private final int index;

    Part(int index) {
      this.index = index;
    }
  }

  private static final int PARTS = Part.values().length;

  private TrackRecord() {
    numbers = null;
    ties = KnownTies.NONE;
    places = KnownPlaces.NONE;
  }

  public TrackRecord(
      TrackRecordModel model, KnownTies ties, KnownPlaces places, CodeTable countries) {
    this.ties = ties;
    this.places = places;
    numbers = new Numbers(model, countries);
  }

  public KnownTies ties() {
    return ties;
  }

  /**
   * What the criterion of size adds by default to the fit of two that wish no range, in the measure
   * of the model's numbers; 0 if a population is unknown.
   */
  public static double bySize(Candidate a, Candidate b) {
    double likeness = Criteria.likeness(a.logPopulation() - b.logPopulation());
    double weight =
        Criterion.SIZE.defaultWeight() / (double) Criterion.TRACK_RECORD.defaultWeight();
    return Double.isNaN(likeness) ? 0 : TrackRecordModel.RANGE * weight * likeness;
  }

  /** How far two are apart, straight through the ground; NaN if one position is unknown. */
  public static double kilometres(Candidate a, Candidate b) {
    return Sphere.straight(a.x(), a.y(), a.z(), b.x(), b.y(), b.z());
  }

  /** The track record of one authority with any other. */
  public Side side(Candidate asker) {
    return new Side(asker);
  }

  /**
   * What is worked out of one side in advance. Allocates nothing while candidates are asked about;
   * keeps scratch values, so each thread needs its own.
   */
  public final class Side {
    private final Candidate asker;
    private final Acquaintances acquaintances;
    private final Surroundings.Around around;
    private final int rank;
    // by country of the other: shares of the twinnings of the one's country with the other's
    private final double[] there = new double[Long.SIZE];
    private final double[] back = new double[Long.SIZE];
    private final double[] divisionFactor;
    private final double[] division;
    private final double[] district;
    private final double[] parts = new double[PARTS];
    private boolean seats;

    private Side(Candidate asker) {
      this.asker = asker;
      acquaintances = new Acquaintances(ties, asker.place());
      around = ties.surroundings().around(asker.x(), asker.y(), asker.z());
      rank = places.rank(asker.place());
      Arrays.fill(there, Double.NaN);
      int regions = ties.divisions().size();
      divisionFactor = new double[regions];
      division = new double[regions];
      district = new double[regions];
      Arrays.fill(division, Double.NaN);
      Arrays.fill(district, Double.NaN);
    }

    /**
     * 0 to 1; NaN where neither the distance nor the ratio of the sizes is known. Any other thing
     * that is not known speaks neither for nor against.
     */
    public double value(Candidate other) {
      if (numbers == null) {
        return Double.NaN;
      }
      double apart = Math.abs(asker.logPopulation() - other.logPopulation());
      double kilometres = kilometres(asker, other);
      if (Double.isNaN(apart) && Double.isNaN(kilometres)) {
        return Double.NaN;
      }
      fill(numbers, other, apart, kilometres);
      double sum = 0;
      for (double part : parts) {
        sum += part;
      }
      TrackRecordModel model = numbers.model;
      return Math.clamp((sum - model.from()) / (model.to() - model.from()), 0, 1);
    }

    private void fill(Numbers with, Candidate other, double apart, double kilometres) {
      parts[Part.SIZE.index] = Double.isNaN(apart) ? 0 : with.size.value(apart);
      parts[Part.DISTANCE.index] = Double.isNaN(kilometres) ? 0 : with.distance.value(kilometres);
      parts[Part.URBANISATION.index] =
          with.urbanisation[asker.urbanisation() * Locality.DEGREES + other.urbanisation()];
      parts[Part.COAST.index] =
          with.model.coast().get((asker.coastal() ? 1 : 0) + (other.coastal() ? 1 : 0));
      parts[Part.SEATS.index] = bothRanked(other) ? with.seats[seats(other)] : 0;
      seats = rank > 0 && places.rank(other.place()) > 0;
      TrackRecordModel.Factors factors = with.model.factors();
      parts[Part.DISTANCE.index] += factors.large() * large(other, kilometres);
      parts[Part.SHARED.index] = with.shared.value(shared(other));
      parts[Part.LINKED.index] = with.linked.value(linked(other));
      if (isDomestic(other)) {
        parts[Part.COUNTRIES.index] = factors.domestic();
        parts[Part.REGIONS.index] = 0;
        parts[Part.NAMES.index] = 0;
        parts[Part.SURROUNDINGS.index] = 0;
        parts[Part.ABROAD.index] = 0;
        return;
      }
      parts[Part.COUNTRIES.index] =
          asker.country() < 0 || other.country() < 0
              ? 0
              : with.countries[asker.country() * Long.SIZE + other.country()];
      parts[Part.NAMES.index] = areNamedAlike(other) ? factors.names() : 0;
      parts[Part.REGIONS.index] =
          factors.divisions() * divisions(other) + factors.districts() * districts(other);
      around.compare(other.x(), other.y(), other.z());
      parts[Part.SURROUNDINGS.index] =
          factors.near() * around.near() + factors.around() * around.around();
      parts[Part.ABROAD.index] = factors.abroad() * abroad(other);
    }

    /** What {@link #value} has last added up for this part. */
    public double part(Part part) {
      return parts[part.index];
    }

    /** Whether the two that {@link #value} was last asked about are both seats. */
    boolean areSeats() {
      return seats;
    }

    /** Partners of both, each by 1 / ln(1.7 + its number of partners). */
    public double shared(Candidate other) {
      return acquaintances.shared(other.place());
    }

    /** Twinnings of a partner of the one with one of the other. */
    public double linked(Candidate other) {
      return acquaintances.linked(other.place());
    }

    /** Whether both are known to be of one country. */
    public boolean isDomestic(Candidate other) {
      return asker.country() >= 0 && asker.country() == other.country();
    }

    /** Whether it is known of both of what they are the seats. */
    public boolean bothRanked(Candidate other) {
      return rank >= 0 && places.rank(other.place()) >= 0;
    }

    /** Of what the asker is the seat, times {@link #RANKS}, and of what the other is. */
    public int seats(Candidate other) {
      return rank * RANKS + places.rank(other.place());
    }

    /** Whether the names of both go by the same word. */
    public boolean areNamedAlike(Candidate other) {
      return places.areNamedAlike(asker.place(), other.place());
    }

    /**
     * How far apart the two are, times how much larger than many towns they are; 0 if a population
     * or a position is not known.
     *
     * @param kilometres between them
     */
    public double large(Candidate other, double kilometres) {
      double larger = (asker.logPopulation() + other.logPopulation()) / 2 - USUAL_SIZE;
      double product = larger * StrictMath.log1p(kilometres / USUAL_KILOMETRES);
      return Double.isNaN(product) ? 0 : product;
    }

    /**
     * Logarithm of how much oftener the towns near the two are twinned than if all fell by chance.
     */
    public double near(Candidate other) {
      around.compare(other.x(), other.y(), other.z());
      return around.near();
    }

    /** The same of the towns that lie around the two. */
    public double around(Candidate other) {
      around.compare(other.x(), other.y(), other.z());
      return around.around();
    }

    /**
     * Logarithm of how much oftener the one is twinned with the other's country than its own
     * country lets expect, and the same the other way about; 0 for one of which nothing is known.
     */
    public double abroad(Candidate other) {
      int from = asker.country();
      int to = other.country();
      if (from < 0 || to < 0 || from == to || ties.endsAbroad() == 0) {
        return 0;
      }
      if (Double.isNaN(there[to])) {
        double ratio = ties.countries().total() / ties.endsAbroad() * countries(other);
        there[to] = ties.countries().of(to) * ratio;
        back[to] = ties.countries().of(from) * ratio;
      }
      return towards(asker.place(), to, there[to]) + towards(other.place(), from, back[to]);
    }

    private double towards(int place, int country, double share) {
      int abroad = ties.abroad(place);
      return abroad == 0
          ? 0
          : StrictMath.log((ties.partnersIn(place, country) + 1) / (abroad * share + 1));
    }

    /**
     * Logarithm of how much oftener the larger regions are twinned than their countries let expect.
     */
    public double divisions(Candidate other) {
      int region = other.division();
      if (region < 0
          || region >= division.length
          || asker.division() < 0
          || asker.country() == other.country()) {
        return 0;
      }
      if (Double.isNaN(division[region])) {
        KnownTies.Pairs pairs = ties.divisions();
        double expected = expected(pairs, asker.division(), region) * countries(other);
        divisionFactor[region] =
            (pairs.between(asker.division(), region) + DIVISION_DOUBT)
                / (expected + DIVISION_DOUBT);
        division[region] = StrictMath.log(divisionFactor[region]);
      }
      return division[region];
    }

    /** The same of the smaller regions, by what their larger ones let expect. */
    public double districts(Candidate other) {
      int region = other.district();
      if (region < 0
          || region >= district.length
          || asker.district() < 0
          || asker.country() == other.country()) {
        return 0;
      }
      if (Double.isNaN(district[region])) {
        divisions(other);
        KnownTies.Pairs pairs = ties.districts();
        double expected =
            expected(pairs, asker.district(), region)
                * (countries(other) * divisionFactor[other.division()]);
        district[region] =
            StrictMath.log(
                (pairs.between(asker.district(), region) + DISTRICT_DOUBT)
                    / (expected + DISTRICT_DOUBT));
      }
      return district[region];
    }

    /** How much oftener the two countries are twinned than if their twinnings fell by chance. */
    public double countries(Candidate other) {
      KnownTies.Pairs pairs = ties.countries();
      double expected = expected(pairs, asker.country(), other.country());
      return (pairs.between(asker.country(), other.country()) + COUNTRY_DOUBT)
          / (expected + COUNTRY_DOUBT);
    }

    /** Twinnings of two areas if all fell by chance on ends in different countries. */
    private double expected(KnownTies.Pairs pairs, int a, int b) {
      double abroad = ties.endsAbroad();
      return abroad == 0
          ? 0
          : (double) pairs.of(a) * pairs.of(b) * (ties.countries().total() / abroad);
    }
  }
}
