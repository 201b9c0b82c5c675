package eu.bridgehall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map shows the countries in their internationally recognised borders. */
class MapShapesTest {
  private static final String FILE = "public/map/countries.json";
  private static final int LARGEST = 450_000;

  @ParameterizedTest
  @CsvSource({
    "Simferopol, 44.95, 34.10, UA",
    "Sevastopol, 44.61, 33.52, UA",
    "Kerch, 45.36, 36.47, UA",
    "Donetsk, 48.00, 37.80, UA",
    "Luhansk, 48.57, 39.31, UA",
    "Kyiv, 50.45, 30.52, UA",
    "Uzhhorod, 48.62, 22.30, UA",
    "Rostov, 47.23, 39.70, RU",
    "Chisinau, 47.01, 28.86, MD",
    "Kyrenia, 35.31, 33.32, CY",
    "Pristina, 42.66, 21.16, XK"
  })
  void aTownLiesInItsCountryAndInNoOther(String town, double lat, double lon, String country)
      throws IOException {
    List<String> found = new ArrayList<>();
    for (JsonNode feature : features()) {
      for (JsonNode polygon : at(feature, "geometry", "coordinates").values()) {
        if (isIn(polygon, lat, lon)) {
          found.add(at(feature, "properties", "country_code").getStringValue());
        }
      }
    }
    assertEquals(List.of(country), found, town);
  }

  @Test
  void noCountryIsThereTwiceAndTheFileIsSmallEnoughForAPhone() throws IOException {
    List<String> codes = new ArrayList<>();
    features().forEach(f -> codes.add(at(f, "properties", "country_code").getStringValue()));
    assertEquals(codes.stream().distinct().toList(), codes);
    assertTrue(bytes().length < LARGEST, () -> "The shapes are too large");
  }

  /** The first ring is the outline, the others are holes in it. */
  private static boolean isIn(JsonNode polygon, double lat, double lon) {
    boolean inside = false;
    for (JsonNode ring : polygon.values()) {
      for (int i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        double aLon = number(ring, i, 0);
        double aLat = number(ring, i, 1);
        double bLon = number(ring, before, 0);
        double bLat = number(ring, before, 1);
        boolean crosses = aLat > lat != bLat > lat;
        if (crosses && lon < (bLon - aLon) * (lat - aLat) / (bLat - aLat) + aLon) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  private static double number(JsonNode ring, int point, int axis) {
    return Objects.requireNonNull(Objects.requireNonNull(ring.get(point)).get(axis))
        .getDoubleValue();
  }

  private static Iterable<JsonNode> features() throws IOException {
    JsonNode all = JsonMapper.createDefault().readValue(bytes(), Argument.of(JsonNode.class));
    return at(Objects.requireNonNull(all), "features").values();
  }

  private static JsonNode at(JsonNode node, String... path) {
    JsonNode here = node;
    for (String step : path) {
      here = Objects.requireNonNull(here.get(step), step);
    }
    return here;
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = MapShapesTest.class.getClassLoader().getResourceAsStream(FILE)) {
      return Objects.requireNonNull(in, FILE).readAllBytes();
    }
  }
}
