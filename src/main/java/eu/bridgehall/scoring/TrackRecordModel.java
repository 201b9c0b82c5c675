package eu.bridgehall.scoring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The numbers of the track record: what was learned from real twinnings. Each is the logarithm of
 * how much likelier two towns are to be twinned for it, all else equal; they are added up, and the
 * sum is stretched over 0 to 1.
 *
 * <p>As a text it has a line for each number: a name, then what it is for, then the number, parted
 * by tabs; lines that begin with {@code #} are notes.
 *
 * @param curves by {@link Feature}, those that follow a measure
 * @param urbanisation by the degrees of urbanisation of both, the lower first, as {@code "1-3"}
 * @param seats by the ranks of both as seats, the lower first, in the same form
 * @param coast by how many of the two lie on a coast
 * @param countries by country codes in alphabetical order, as {@code "DE-FR"}; a pair that is not
 *     there is 0
 * @param factors what single numbers count for
 * @param from sum that becomes 0
 * @param to sum that becomes 1
 */
public record TrackRecordModel(
    Map<Feature, List<Point>> curves,
    Map<String, Double> urbanisation,
    Map<String, Double> seats,
    List<Double> coast,
    Map<String, Double> countries,
    Factors factors,
    double from,
    double to) {
  /** How far the sums that become 0 and 1 are from each other. */
  public static final double RANGE = 9;

  private static final String SHIPPED = "/matching/track-record.tsv";

  /** What follows a measure. */
  public enum Feature {
    /**
     * Absolute difference of the natural logarithms of the populations: what it says beyond what
     * the criterion of size adds to a fit by default.
     */
    SIZE,
    /** Kilometres. */
    DISTANCE,
    /** Partners of both, each by 1 / ln(1.7 + its number of partners). */
    SHARED,
    /** Twinnings of a partner of the one with one of the other, by 1 / √(partners · partners). */
    LINKED;

    private String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A point of a curve. */
  public record Point(double at, double value) {}

  /**
   * What single numbers of a pair count for; all but the first and the last for two of different
   * countries alone.
   *
   * @param domestic two towns of one country
   * @param divisions logarithm of how much oftener two larger regions are twinned than their
   *     countries let expect
   * @param districts the same of two smaller regions in their larger ones
   * @param near the same of the towns within 25 km of each, by chance
   * @param around the same of the towns within 75 km
   * @param abroad the same of the one with the other's country, by its country, both ways
   * @param names names that go by the same word
   * @param large ln(1 + km / 100) times the logarithm of how much larger the two are than 20,000
   *     people, in the mean: distance counts less for large ones
   */
  public record Factors(
      double domestic,
      double divisions,
      double districts,
      double near,
      double around,
      double abroad,
      double names,
      double large) {
    /** Nothing counts. */
    public static final Factors NONE = new Factors(0, 0, 0, 0, 0, 0, 0, 0);
  }

  public TrackRecordModel {
    curves = Map.copyOf(curves);
    urbanisation = Map.copyOf(urbanisation);
    seats = Map.copyOf(seats);
    coast = List.copyOf(coast);
    countries = Map.copyOf(countries);
    if (!(from < to) || coast.size() != 3) {
      throw new IllegalArgumentException("Not a track record");
    }
  }

  /** The numbers that come with the program. */
  public static TrackRecordModel shipped() {
    try (InputStream in =
        Objects.requireNonNull(TrackRecordModel.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing was learned: every pair is like every other. */
  public static TrackRecordModel neutral() {
    Map<Feature, List<Point>> level = new HashMap<>();
    for (Feature feature : Feature.values()) {
      level.put(feature, List.of(new Point(0, 0), new Point(1, 0)));
    }
    return new TrackRecordModel(
        level, Map.of(), Map.of(), List.of(0.0, 0.0, 0.0), Map.of(), Factors.NONE, 0, 1);
  }

  /** The same with another curve. */
  public TrackRecordModel with(Feature feature, List<Point> curve) {
    Map<Feature, List<Point>> others = new HashMap<>(curves);
    others.put(feature, curve);
    return new TrackRecordModel(others, urbanisation, seats, coast, countries, factors, from, to);
  }

  /** The same with other sums that become 0 and 1. */
  public TrackRecordModel within(double least, double most) {
    return new TrackRecordModel(
        curves, urbanisation, seats, coast, countries, factors, least, most);
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException for a line that is none of it
   */
  public static TrackRecordModel read(BufferedReader in) {
    Map<Feature, List<Point>> curves = new HashMap<>();
    Map<String, Map<String, Double>> tables = new HashMap<>();
    in.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              String[] cells = line.split("\t", -1);
              if (cells.length != 3) {
                throw new IllegalArgumentException("Not three cells: " + line);
              }
              double value = Double.parseDouble(cells[2]);
              for (Feature feature : Feature.values()) {
                if (feature.id().equals(cells[0])) {
                  curves
                      .computeIfAbsent(feature, f -> new ArrayList<>())
                      .add(new Point(Double.parseDouble(cells[1]), value));
                  return;
                }
              }
              tables.computeIfAbsent(cells[0], t -> new HashMap<>()).put(cells[1], value);
            });
    Map<String, Double> coast = table(tables, "coast");
    Map<String, Double> all = table(tables, "all");
    return new TrackRecordModel(
        curves,
        table(tables, "urbanisation"),
        table(tables, "seats"),
        List.of(number(coast, "0"), number(coast, "1"), number(coast, "2")),
        table(tables, "countries"),
        new Factors(
            number(all, "domestic"),
            number(all, "divisions"),
            number(all, "districts"),
            number(all, "near"),
            number(all, "around"),
            number(all, "abroad"),
            number(all, "names"),
            number(all, "large")),
        number(all, "from"),
        number(all, "to"));
  }

  private static Map<String, Double> table(Map<String, Map<String, Double>> tables, String name) {
    return tables.getOrDefault(name, Map.of());
  }

  private static double number(Map<String, Double> table, String name) {
    Double number = table.get(name);
    if (number == null) {
      throw new IllegalArgumentException("No number for " + name);
    }
    return number;
  }

  /** The text form, without notes. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      for (Point point : curves.getOrDefault(feature, List.of())) {
        lines.add(line(feature.id(), String.valueOf(point.at()), point.value()));
      }
    }
    new TreeMap<>(urbanisation)
        .forEach((key, value) -> lines.add(line("urbanisation", key, value)));
    new TreeMap<>(seats).forEach((key, value) -> lines.add(line("seats", key, value)));
    for (int i = 0; i < coast.size(); i++) {
      lines.add(line("coast", String.valueOf(i), coast.get(i)));
    }
    lines.add(line("all", "domestic", factors.domestic()));
    lines.add(line("all", "divisions", factors.divisions()));
    lines.add(line("all", "districts", factors.districts()));
    lines.add(line("all", "near", factors.near()));
    lines.add(line("all", "around", factors.around()));
    lines.add(line("all", "abroad", factors.abroad()));
    lines.add(line("all", "names", factors.names()));
    lines.add(line("all", "large", factors.large()));
    lines.add(line("all", "from", from));
    lines.add(line("all", "to", to));
    new TreeMap<>(countries).forEach((key, value) -> lines.add(line("countries", key, value)));
    return lines;
  }

  private static String line(String name, String key, double value) {
    return String.format(Locale.ROOT, "%s\t%s\t%.4f", name, key, value);
  }
}
