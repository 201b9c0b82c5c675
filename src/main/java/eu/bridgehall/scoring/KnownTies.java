package eu.bridgehall.scoring;

import eu.bridgehall.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The twinnings that are known, stated here or found in public lists, as a network of places: who
 * is twinned with whom, and how often two countries and two regions are. It never changes; newer
 * knowledge is another one, with another version.
 */
public final class KnownTies {
  /** No twinning is known. */
  public static final KnownTies NONE = new KnownTies("none", List.of(), List.of(), 0);

  private static final int[] NOBODY = {};

  private final String version;
  private final Map<Integer, Town> towns = new HashMap<>();
  private final int[] places;
  private final IdTable numbers;
  // by the number of a place with partners
  private final int[][] partners;
  private final byte[][] countriesOfPartners;
  private final int[] abroad;
  private final Surroundings surroundings;
  private final Pairs countries;
  private final Pairs divisions;
  private final Pairs districts;
  private final double endsAbroad;

  /**
   * A place in the network.
   *
   * @param country ordinal of its country, {@link Locality#UNKNOWN} if that is not served
   * @param position null if it is not known
   * @param name as it is shown
   */
  public record Town(Locality locality, int country, @Nullable GeoPoint position, String name) {}

  /**
   * Two places that are twinned.
   *
   * @param multilateral whether they are so only as members of one network in which every town is
   *     twinned with every other; that says nothing about what makes two towns fit, and is left out
   */
  public record Twinning(int placeA, int placeB, boolean multilateral) {}

  /**
   * @param version names this knowledge in explanations
   * @param towns every place that a twinning names
   * @param regions how many regions the vocabulary has
   */
  public KnownTies(
      String version, Collection<Town> towns, Collection<Twinning> twinnings, int regions) {
    this.version = version;
    towns.forEach(town -> this.towns.put(town.locality().place(), town));
    TreeMap<Integer, TreeSet<Integer>> sets = new TreeMap<>();
    countries = new Pairs(Long.SIZE);
    divisions = new Pairs(regions);
    districts = new Pairs(regions);
    for (Twinning twinning : twinnings) {
      Town a = this.towns.get(twinning.placeA());
      Town b = this.towns.get(twinning.placeB());
      if (a == null || b == null) {
        throw new IllegalArgumentException("Not among the towns: " + twinning);
      }
      if (twinning.multilateral()) {
        continue;
      }
      boolean isNew =
          sets.computeIfAbsent(twinning.placeA(), p -> new TreeSet<>()).add(twinning.placeB());
      sets.computeIfAbsent(twinning.placeB(), p -> new TreeSet<>()).add(twinning.placeA());
      if (isNew && a.country() != b.country()) {
        countries.count(a.country(), b.country());
        divisions.count(a.locality().division(), b.locality().division());
        districts.count(a.locality().district(), b.locality().district());
      }
    }
    endsAbroad = countries.pairsOfEnds();
    places = array(sets.keySet());
    numbers = new IdTable(places);
    partners = sets.values().stream().map(KnownTies::array).toArray(int[][]::new);
    countriesOfPartners = new byte[partners.length][];
    abroad = new int[partners.length];
    surroundings = surroundings(sets.keySet().stream().map(this::town).toList());
  }

  private Surroundings surroundings(List<Town> network) {
    int[][] partnersAbroad = new int[partners.length][];
    List<@Nullable GeoPoint> positions = new ArrayList<>();
    for (int number = 0; number < partners.length; number++) {
      positions.add(network.get(number).position());
      int home = network.get(number).country();
      int[] foreign = new int[partners[number].length];
      countriesOfPartners[number] = new byte[foreign.length];
      for (int i = 0; i < foreign.length; i++) {
        int country = town(partners[number][i]).country();
        countriesOfPartners[number][i] = (byte) country;
        if (country != home) {
          foreign[abroad[number]++] = numbers.number(partners[number][i]);
        }
      }
      partnersAbroad[number] = Arrays.copyOf(foreign, abroad[number]);
    }
    return new Surroundings(positions, partnersAbroad);
  }

  private static int[] array(Collection<Integer> ids) {
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  public String version() {
    return version;
  }

  /** How many places have a known partner. */
  public int size() {
    return partners.length;
  }

  /** Whether a partner of the place is known. */
  public boolean knows(int place) {
    return numbers.number(place) >= 0;
  }

  /** Its known partners' places, ascending; nobody for a place that is not in the network. */
  int[] partners(int place) {
    int number = numbers.number(place);
    return number < 0 ? NOBODY : partners[number];
  }

  /** How many of its known partners lie in other countries than itself. */
  int abroad(int place) {
    int number = numbers.number(place);
    return number < 0 ? 0 : abroad[number];
  }

  /** How many of its known partners lie in this country. */
  int partnersIn(int place, int country) {
    int number = numbers.number(place);
    int count = 0;
    if (number >= 0) {
      for (byte of : countriesOfPartners[number]) {
        count += of == country ? 1 : 0;
      }
    }
    return count;
  }

  /** What lies around places on the map. */
  Surroundings surroundings() {
    return surroundings;
  }

  /** Name of the place with this number in the surroundings. */
  String nameOf(int number) {
    return name(places[number]);
  }

  /** Name of a place in the network. */
  String name(int place) {
    return town(place).name();
  }

  private Town town(int place) {
    return Objects.requireNonNull(towns.get(place), "no such town");
  }

  /**
   * A twinning of a partner of the one with a partner of the other, the former first: of several
   * the one whose ends have the fewest partners; nothing if there is none.
   */
  public List<Integer> link(int place, int other) {
    List<Integer> link = List.of();
    long fewest = Long.MAX_VALUE;
    for (int mine : partners(place)) {
      for (int theirs : partners(other)) {
        long both = (long) partners(mine).length * partners(theirs).length;
        if (both < fewest && Arrays.binarySearch(partners(mine), theirs) >= 0) {
          fewest = both;
          link = List.of(mine, theirs);
        }
      }
    }
    return link;
  }

  /** Partners of both, ascending. */
  public List<Integer> shared(int place, int other) {
    int[] mine = partners(place);
    List<Integer> shared = new ArrayList<>();
    for (int partner : partners(other)) {
      if (Arrays.binarySearch(mine, partner) >= 0) {
        shared.add(partner);
      }
    }
    return shared;
  }

  /** Pairs of ends that lie in different countries, in either order. */
  double endsAbroad() {
    return endsAbroad;
  }

  /** How often towns of two countries are twinned, across the border. */
  Pairs countries() {
    return countries;
  }

  /** The same of divisions of different countries. */
  Pairs divisions() {
    return divisions;
  }

  /** The same of districts of different countries. */
  Pairs districts() {
    return districts;
  }

  /** Counts of twinnings by two areas. An unknown area counts nowhere. */
  static final class Pairs {
    private final int[] ends;
    private final Map<Long, Integer> between = new HashMap<>();
    private int total;

    private Pairs(int size) {
      ends = new int[size];
    }

    private void count(int a, int b) {
      if (a >= 0 && b >= 0) {
        ends[a]++;
        ends[b]++;
        between.merge(key(a, b), 1, Integer::sum);
        total += 2;
      }
    }

    int size() {
      return ends.length;
    }

    /** Twinnings of the area with any other. */
    int of(int area) {
      return area < 0 ? 0 : ends[area];
    }

    int between(int a, int b) {
      return a < 0 || b < 0 ? 0 : between.getOrDefault(key(a, b), 0);
    }

    /** Ends of all twinnings: two for each. */
    int total() {
      return total;
    }

    /** Pairs of ends that lie in different areas, in either order. */
    double pairsOfEnds() {
      double same = 0;
      for (int of : ends) {
        same += (double) of * of;
      }
      return (double) total * total - same;
    }

    private static long key(int a, int b) {
      return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }
  }
}
