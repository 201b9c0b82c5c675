package eu.bridgehall.web;

import eu.bridgehall.matching.MatchQueries;
import eu.bridgehall.scoring.Criterion;
import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * @param offset how many of the best to pass over
 */
public record MatchSelection(
    @Nullable UUID authority,
    @Nullable String country,
    @Nullable String type,
    @Nullable String theme,
    @Nullable String q,
    Map<String, String> weights,
    int offset) {
  /** How many are shown at a time. */
  static final int PAGE = 10;

  private static final String WEIGHT = "w-";

  public MatchSelection {
    weights = Map.copyOf(weights);
  }

  /** What the address says. */
  static MatchSelection of(
      @Nullable UUID authority, @Nullable Integer offset, HttpParameters sent) {
    Map<String, String> weights = new LinkedHashMap<>();
    for (Criterion criterion : Criterion.values()) {
      given(sent, WEIGHT + criterion.id())
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
        offset == null ? 0 : offset);
  }

  private static Optional<String> given(HttpParameters sent, String name) {
    return sent.getFirst(name).map(String::strip).filter(s -> !s.isEmpty());
  }

  MatchQueries.Sent sent() {
    return new MatchQueries.Sent(
        PAGE,
        offset,
        listed(country),
        listed(type),
        listed(theme),
        weights.entrySet().stream()
            .map(w -> w.getKey() + ":" + w.getValue())
            .collect(Collectors.joining(",")),
        q,
        null,
        null);
  }

  /** Whether only some of the matches are asked for. */
  public boolean narrows() {
    return country != null || type != null || theme != null;
  }

  /** The address of what is asked for. */
  public String address() {
    return address(offset, true);
  }

  /** The address of the same from another place in the list. */
  public String address(int from) {
    return address(from, true);
  }

  /** The address of the same with the weights as they are by default. */
  public String withoutWeights() {
    return address(0, false);
  }

  /** The address of all matches, with the weights as they are. */
  public String withoutFilters() {
    return new MatchSelection(authority, null, null, null, null, weights, 0).address();
  }

  private String address(int from, boolean weighed) {
    List<String> parts = new ArrayList<>();
    add(parts, "authority", authority == null ? null : authority.toString());
    add(parts, "country", country);
    add(parts, "type", type);
    add(parts, "theme", theme);
    add(parts, "q", q);
    if (weighed) {
      for (Criterion criterion : Criterion.values()) {
        add(parts, WEIGHT + criterion.id(), weights.get(criterion.id()));
      }
    }
    add(parts, "offset", from == 0 ? null : String.valueOf(from));
    return parts.isEmpty() ? "/matches" : "/matches?" + String.join("&", parts);
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
