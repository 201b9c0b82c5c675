package eu.bridgehall.web;

import eu.bridgehall.search.Facet;
import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What partners are asked for, as it stands in the address and the form; empty texts for what is
 * not narrowed.
 *
 * @param codes codes by facet
 * @param populationMin smallest population, as it was typed
 * @param populationMax largest population, as it was typed
 * @param place name of the place that distances are from, as it was typed
 * @param at id of that place; empty until one was chosen
 * @param within only within this many kilometres of it
 * @param sort id of a {@link eu.bridgehall.search.SearchSort}; empty for the fitting one
 */
public record FindForm(
    String q,
    Map<Facet, List<String>> codes,
    String populationMin,
    String populationMax,
    String place,
    String at,
    String within,
    String sort) {
  static final String PATH = "/find";
  private static final String PICK = "pick";

  public FindForm {
    codes = codes.isEmpty() ? Map.of() : new EnumMap<>(codes);
  }

  /** What an address or a form asks for; a place that was picked stands for what was typed. */
  static FindForm of(HttpParameters sent) {
    Map<Facet, List<String>> codes = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> chosen =
          sent.getAll(facet.id()).stream()
              .flatMap(value -> Stream.of(value.split(",", -1)))
              .map(String::strip)
              .filter(Predicate.not(String::isEmpty))
              .distinct()
              .toList();
      if (!chosen.isEmpty()) {
        codes.put(facet, chosen);
      }
    }
    String picked = one(sent, PICK);
    String place = picked.isEmpty() ? one(sent, "place") : "";
    // who empties the field wants no place any more
    boolean emptied = picked.isEmpty() && sent.contains("place") && place.isEmpty();
    return new FindForm(
        one(sent, "q"),
        codes,
        one(sent, "populationMin"),
        one(sent, "populationMax"),
        place,
        picked.isEmpty() ? emptied ? "" : one(sent, "at") : picked,
        one(sent, "within"),
        one(sent, "sort"));
  }

  private static String one(HttpParameters sent, String name) {
    return sent.getFirst(name).map(String::strip).orElse("");
  }

  /** Whether this code of the facet is chosen. */
  public boolean has(Facet facet, String code) {
    return codes.getOrDefault(facet, List.of()).contains(code);
  }

  /** Address of the results, to be kept or sent to others. */
  public String address() {
    return under(PATH);
  }

  /** Address of the same authorities as points of a map. */
  public String mapAddress() {
    return under(PATH + "/map");
  }

  /** Address of the page after a cursor. */
  public String addressAfter(String cursor) {
    String query = query();
    return PATH + "?" + (query.isEmpty() ? "" : query + "&") + pair("cursor", cursor);
  }

  private String under(String path) {
    String query = query();
    return query.isEmpty() ? path : path + "?" + query;
  }

  private String query() {
    StringBuilder query = new StringBuilder();
    add(query, "q", q);
    codes.forEach((facet, chosen) -> chosen.forEach(code -> add(query, facet.id(), code)));
    add(query, "populationMin", populationMin);
    add(query, "populationMax", populationMax);
    add(query, "place", place);
    add(query, "at", at);
    add(query, "within", within);
    add(query, "sort", sort);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query.append(query.isEmpty() ? "" : "&").append(pair(name, value));
    }
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  FindForm without(Facet facet, String code) {
    Map<Facet, List<String>> rest = new EnumMap<>(Facet.class);
    codes.forEach(
        (each, chosen) ->
            rest.put(
                each,
                each == facet
                    ? chosen.stream().filter(Predicate.not(code::equals)).toList()
                    : chosen));
    return new FindForm(q, rest, populationMin, populationMax, place, at, within, sort);
  }

  FindForm withText(String text) {
    return new FindForm(text, codes, populationMin, populationMax, place, at, within, sort);
  }

  FindForm withPopulation(String min, String max) {
    return new FindForm(q, codes, min, max, place, at, within, sort);
  }

  FindForm withPlace(String name, String id) {
    return new FindForm(q, codes, populationMin, populationMax, name, id, within, sort);
  }

  FindForm withoutPlace() {
    return new FindForm(
        q, codes, populationMin, populationMax, "", "", "", "distance".equals(sort) ? "" : sort);
  }
}
