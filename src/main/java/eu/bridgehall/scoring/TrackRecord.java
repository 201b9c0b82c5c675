package eu.bridgehall.scoring;

import eu.bridgehall.scoring.TrackRecordModel.Feature;
import java.util.Arrays;
import java.util.List;
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

  private static final double DIVISION_DOUBT = 1.5;
  private static final double DISTRICT_DOUBT = 0.7;

  private final @Nullable Numbers numbers;
  private final KnownTies ties;

  /** The model in the form in which it is worked with. */
  private static final class Numbers {
    private final TrackRecordModel model;
    private final Curve size;
    private final Curve distance;
    private final Curve shared;
    private final Curve nearby;
    private final double[] urbanisation = new double[Locality.DEGREES * Locality.DEGREES];
    private final double[] countries = new double[Long.SIZE * Long.SIZE];

    private Numbers(TrackRecordModel model, CodeTable codes) {
      this.model = model;
      size = curve(model, Feature.SIZE);
      distance = curve(model, Feature.DISTANCE);
      shared = curve(model, Feature.SHARED);
      nearby = curve(model, Feature.NEARBY);
      for (int a = 0; a < Locality.DEGREES; a++) {
        for (int b = 0; b < Locality.DEGREES; b++) {
          String key = Math.min(a, b) + "-" + Math.max(a, b);
          urbanisation[a * Locality.DEGREES + b] = model.urbanisation().getOrDefault(key, 0.0);
        }
      }
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

    private static Curve curve(TrackRecordModel model, Feature feature) {
      List<TrackRecordModel.Point> points = model.curves().getOrDefault(feature, List.of());
      return new Curve(
          points.stream().mapToDouble(TrackRecordModel.Point::at).toArray(),
          points.stream().mapToDouble(TrackRecordModel.Point::value).toArray());
    }
  }

  /** What the sum is made of; each the same from both sides. */
  public enum Part {
    SIZE(0),
    DISTANCE(1),
    URBANISATION(2),
    COAST(3),
    COUNTRIES(4),
    REGIONS(5),
    SHARED(6),
    NEARBY(7);

    private final int index;

    Part(int index) {
      this.index = index;
    }
  }

  private static final int PARTS = Part.values().length;

  private TrackRecord() {
    numbers = null;
    ties = KnownTies.NONE;
  }

  public TrackRecord(TrackRecordModel model, KnownTies ties, CodeTable countries) {
    this.ties = ties;
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
    private final double[] divisionFactor;
    private final double[] division;
    private final double[] district;
    private final double[] parts = new double[PARTS];

    private Side(Candidate asker) {
      this.asker = asker;
      acquaintances = new Acquaintances(ties, asker.place());
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
      boolean domestic = asker.country() == other.country();
      parts[Part.COUNTRIES.index] =
          domestic
              ? with.model.domestic()
              : asker.country() < 0 || other.country() < 0
                  ? 0
                  : with.countries[asker.country() * Long.SIZE + other.country()];
      parts[Part.REGIONS.index] =
          domestic
              ? 0
              : with.model.divisions() * divisions(other)
                  + with.model.districts() * districts(other);
      parts[Part.SHARED.index] = with.shared.value(acquaintances.shared(other.place()));
      parts[Part.NEARBY.index] = with.nearby.value(acquaintances.nearby(other.place()));
    }

    /** What {@link #value} has last added up for this part. */
    public double part(Part part) {
      return parts[part.index];
    }

    /** Partners of both, each by 1 / ln(1.7 + its number of partners). */
    public double shared(Candidate other) {
      return acquaintances.shared(other.place());
    }

    /** Partners of the one that lie near partners of the other. */
    public double nearby(Candidate other) {
      return acquaintances.nearby(other.place());
    }

    /**
     * Logarithm of how much oftener the larger regions are twinned than their countries let expect.
     */
    public double divisions(Candidate other) {
      int region = other.division();
      if (region < 0 || asker.division() < 0 || asker.country() == other.country()) {
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
      if (region < 0 || asker.district() < 0 || asker.country() == other.country()) {
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
