package eu.bridgehall.web;

import eu.bridgehall.matching.MatchQueries;
import eu.bridgehall.scoring.Criterion;
import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page of matches was asked for: all of it stands in its address, so that a link can be
 * kept and sent.
 *
 * @param authority whose matches; null where the address names none
 * @param country code; null for all, as the others
 * @param q words; null for none
 * @param weights as they were sent, by criterion; those that are as by default are left out
 * @param weighed whether the address names weights at all; else those of the authority count
 * @param offset how many of the best to pass over
 */
public record MatchSelection(
    @Nullable UUID authority,
    @Nullable String country,
    @Nullable String type,
    @Nullable String theme,
    @Nullable String q,
    Map<String, String> weights,
    boolean weighed,
    int offset) {
  /** How many are shown at a time. */
  static final int PAGE = 10;

  /** Where two weightings are compared. */
  static final String COMPARISON = "/matches/comparison";

  /** Where weights become those of the authority. */
  static final String SAVING = "/matches/weights";

  /** The weights to compare with. */
  static final String WITH = "with";

  private static final String PATH = "/matches";
  private static final String WEIGHT = "w-";

  /** Says that the weights are those by default, where none of them is another. */
  private static final String WEIGHTS = "weights";

  private static final String DEFAULT = "default";

  public MatchSelection {
    weights = Map.copyOf(weights);
  }

  /** What the address says. */
  static MatchSelection of(
      @Nullable UUID authority, @Nullable Integer offset, HttpParameters sent) {
    Map<String, String> weights = new LinkedHashMap<>();
    boolean weighed = given(sent, WEIGHTS).filter(DEFAULT::equals).isPresent();
    for (Criterion criterion : Criterion.values()) {
      Optional<String> weight = given(sent, WEIGHT + criterion.id());
      weighed |= weight.isPresent();
      weight
          .filter(w -> !w.equals(String.valueOf(criterion.defaultWeight())))
          .ifPresent(w -> weights.put(criterion.id(), w));
    }
    return new MatchSelection(
        authority,
        given(sent, "country").orElse(null),
        given(sent, "type").orElse(null),
        given(sent, "theme").orElse(null),
        given(sent, "q").orElse(null),
        weights,
        weighed,
        offset == null ? 0 : offset);
  }

  /** The same, where these are the weights that count anyhow: then it names none. */
  MatchSelection against(Map<String, Integer> own) {
    boolean same =
        Arrays.stream(Criterion.values())
            .allMatch(
                c ->
                    weights
                        .getOrDefault(c.id(), String.valueOf(c.defaultWeight()))
                        .equals(String.valueOf(own.get(c.id()))));
    return weighed && same ? weighed(Map.of(), false) : this;
  }

  private MatchSelection weighed(Map<String, String> by, boolean named) {
    return new MatchSelection(authority, country, type, theme, q, by, named, offset);
  }

  private static Optional<String> given(HttpParameters sent, String name) {
    return sent.getFirst(name).map(String::strip).filter(s -> !s.isEmpty());
  }

  MatchQueries.Sent sent() {
    return sent(PAGE);
  }

  MatchQueries.Sent sent(int limit) {
    return new MatchQueries.Sent(
        limit, offset, listed(country), listed(type), listed(theme), sentWeights(), q, null, null);
  }

  /** The weights as the API takes them; null for those of the authority. */
  @Nullable String sentWeights() {
    if (!weighed) {
      return null;
    }
    return weights.isEmpty()
        ? DEFAULT
        : weights.entrySet().stream()
            .map(w -> w.getKey() + ":" + w.getValue())
            .collect(Collectors.joining(","));
  }

  /** Whether only some of the matches are asked for. */
  public boolean narrows() {
    return country != null || type != null || theme != null;
  }

  /** The address of what is asked for. */
  public String address() {
    return address(PATH, offset, weighed);
  }

  /** The address of the same from another place in the list. */
  public String address(int from) {
    return address(PATH, from, weighed);
  }

  /** The address of the same with the weights that count for the authority. */
  public String withoutWeights() {
    return address(PATH, 0, false);
  }

  /** The address of all matches, with the weights as they are. */
  public String withoutFilters() {
    return new MatchSelection(authority, null, null, null, null, weights, weighed, 0).address();
  }

  /** Where these weights are compared with those of the authority. */
  public String comparison() {
    return address(COMPARISON, 0, weighed);
  }

  /** Where the weights of the authority are compared with those by default. */
  public String comparisonWithDefault() {
    String own = address(COMPARISON, 0, false);
    return own + (own.contains("?") ? '&' : '?') + WITH + '=' + DEFAULT;
  }

  /** Where these weights become those of the authority. */
  public String saving() {
    return address(SAVING, 0, weighed);
  }

  private String address(String path, int from, boolean named) {
    List<String> parts = new ArrayList<>();
    add(parts, "authority", authority == null ? null : authority.toString());
    add(parts, "country", country);
    add(parts, "type", type);
    add(parts, "theme", theme);
    add(parts, "q", q);
    if (named) {
      for (Criterion criterion : Criterion.values()) {
        add(parts, WEIGHT + criterion.id(), weights.get(criterion.id()));
      }
      add(parts, WEIGHTS, weights.isEmpty() ? DEFAULT : null);
    }
    add(parts, "offset", from == 0 ? null : String.valueOf(from));
    return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static List<String> listed(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }
}
