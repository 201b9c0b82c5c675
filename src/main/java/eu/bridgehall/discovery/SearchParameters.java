package eu.bridgehall.discovery;

import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.reference.AuthorityTypes;
import eu.bridgehall.reference.CooperationTypes;
import eu.bridgehall.reference.Countries;
import eu.bridgehall.reference.Languages;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.reference.Traits;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.SearchFilter;
import eu.bridgehall.search.SearchRequest;
import eu.bridgehall.search.SearchSort;
import eu.bridgehall.search.SizeClass;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a client narrows a list to, and refuses codes that do not exist. */
@Singleton
public class SearchParameters {
  /** The farthest that a circle can reach, in kilometres: half around the earth. */
  public static final double MAX_KILOMETRES = 20_000;

  /** The largest population that can be asked for. */
  public static final int MAX_POPULATION = 100_000_000;

  /** The longest text that can be searched for, in characters. */
  public static final int MAX_TEXT = 300;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");
  private static final int MAX_CODES = 100;

  private final Countries countries;
  private final AuthorityTypes types;
  private final Themes themes;
  private final CooperationTypes cooperation;
  private final Languages languages;
  private final Traits traits;

  SearchParameters(
      Countries countries,
      AuthorityTypes types,
      Themes themes,
      CooperationTypes cooperation,
      Languages languages,
      Traits traits) {
    this.countries = countries;
    this.types = types;
    this.themes = themes;
    this.cooperation = cooperation;
    this.languages = languages;
    this.traits = traits;
  }

  /**
   * The search that a client asks for.
   *
   * @param publicOnly whether only profiles are found that everybody may see
   * @throws Invalid naming what is wrong
   */
  public SearchRequest request(ProfileQuery query, boolean publicOnly) {
    SearchFilter filter =
        filter(
            query.codes(),
            query.populationMin(),
            query.populationMax(),
            query.near(),
            query.within(),
            publicOnly);
    return new SearchRequest(
        text(query.text()),
        filter,
        order(query.sort(), query.near()),
        point(query.near()).orElse(null),
        query.limit(),
        query.cursor());
  }

  private static SearchSort order(@Nullable String sort, @Nullable String near) {
    SearchSort order =
        sort == null || sort.isBlank()
            ? SearchSort.RELEVANCE
            : FieldChecks.chosen("sort", sort, SearchSort.class);
    if (order == SearchSort.DISTANCE && (near == null || near.isBlank())) {
      throw new Invalid("near", "discovery.point");
    }
    return order;
  }

  /**
   * The filter that these parameters ask for.
   *
   * @param codes codes by facet, as the client sent them under the facet's id
   * @param near {@code lat,lon}, or null
   * @param within radius in kilometres around it, or null
   * @param publicOnly whether only profiles are found that everybody may see
   * @throws Invalid naming every parameter that is wrong
   */
  public SearchFilter filter(
      Map<Facet, List<String>> codes,
      @Nullable Integer populationMin,
      @Nullable Integer populationMax,
      @Nullable String near,
      @Nullable Double within,
      boolean publicOnly) {
    List<FieldError> errors = new ArrayList<>();
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    codes.forEach((facet, sent) -> chosen.put(facet, known(facet, sent, errors)));
    int min = population("populationMin", populationMin, errors);
    int max = population("populationMax", populationMax, errors);
    if (max > 0 && min > max) {
      errors.add(
          new FieldError(
              "populationMax", "error.range", Map.of("min", min, "max", MAX_POPULATION)));
    }
    GeoPoint centre = point(near, errors);
    SearchFilter.Circle around = circle(centre, within, errors);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return new SearchFilter(chosen, min, max, around, publicOnly);
  }

  /**
   * A position written as {@code lat,lon}; empty for null.
   *
   * @throws Invalid naming {@code near} for anything else
   */
  public Optional<GeoPoint> point(@Nullable String near) {
    List<FieldError> errors = new ArrayList<>();
    GeoPoint point = point(near, errors);
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return Optional.ofNullable(point);
  }

  /**
   * The words to search for, null for none.
   *
   * @throws Invalid naming {@code q} where they are too long
   */
  public @Nullable String text(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return null;
    }
    if (q.length() > MAX_TEXT) {
      throw new Invalid("q", "error.text.tooLong", Map.of("max", MAX_TEXT));
    }
    return q.strip();
  }

  private Set<String> known(Facet facet, List<String> sent, List<FieldError> errors) {
    List<String> codes =
        sent.stream()
            .flatMap(s -> Arrays.stream(s.split(",")))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .distinct()
            .toList();
    if (codes.size() > MAX_CODES) {
      errors.add(new FieldError(facet.id(), "discovery.tooManyCodes", Map.of("max", MAX_CODES)));
    } else if (!codes.stream().allMatch(code -> exists(facet, code))) {
      errors.add(new FieldError(facet.id(), unknownKey(facet), Map.of()));
    }
    return Set.copyOf(codes);
  }

  private boolean exists(Facet facet, String code) {
    return switch (facet) {
      case COUNTRY -> countries.find(code).isPresent();
      case TYPE -> types.find(code).isPresent();
      case THEME, NEED, OFFER -> themes.find(code).isPresent();
      case COOPERATION -> cooperation.find(code).isPresent();
      case SIZE -> Arrays.stream(SizeClass.values()).anyMatch(s -> s.code().equals(code));
      case LANGUAGE -> languages.find(code).isPresent();
      case TRAIT -> traits.find(code).isPresent();
      case SEEKS_UKRAINIAN -> Facet.YES.equals(code);
    };
  }

  private static String unknownKey(Facet facet) {
    return switch (facet) {
      case COUNTRY -> "error.unknownCountry";
      case TYPE -> "error.unknownAuthorityType";
      case THEME, NEED, OFFER -> "error.unknownTheme";
      case COOPERATION -> "error.unknownCooperationType";
      case SIZE -> "discovery.unknownSize";
      case LANGUAGE -> "error.unknownLanguage";
      case TRAIT -> "error.unknownTrait";
      case SEEKS_UKRAINIAN -> "discovery.onlyTrue";
    };
  }

  private static int population(String field, @Nullable Integer given, List<FieldError> errors) {
    if (given == null) {
      return 0;
    }
    if (given < 0 || given > MAX_POPULATION) {
      errors.add(new FieldError(field, "error.range", Map.of("min", 0, "max", MAX_POPULATION)));
      return 0;
    }
    return given;
  }

  private static @Nullable GeoPoint point(@Nullable String near, List<FieldError> errors) {
    if (near == null || near.isBlank()) {
      return null;
    }
    String[] parts = near.strip().split("\\s*,\\s*", -1);
    if (parts.length == 2
        && NUMBER.matcher(parts[0]).matches()
        && NUMBER.matcher(parts[1]).matches()) {
      double lat = Double.parseDouble(parts[0]);
      double lon = Double.parseDouble(parts[1]);
      if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) {
        return new GeoPoint(lat, lon);
      }
    }
    errors.add(new FieldError("near", "discovery.point", Map.of()));
    return null;
  }

  private static SearchFilter.@Nullable Circle circle(
      @Nullable GeoPoint centre, @Nullable Double within, List<FieldError> errors) {
    if (within == null) {
      return null;
    }
    if (!(within > 0 && within <= MAX_KILOMETRES)) {
      errors.add(new FieldError("within", "discovery.within", Map.of("max", (int) MAX_KILOMETRES)));
      return null;
    }
    if (centre == null) {
      if (errors.stream().noneMatch(e -> "near".equals(e.field()))) {
        errors.add(new FieldError("near", "discovery.point", Map.of()));
      }
      return null;
    }
    return new SearchFilter.Circle(centre, within);
  }
}
