package eu.bridgehall.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {
  @Test
  void theDistanceFromAachenToLvivIsThatOnTheGlobe() {
    GeoPoint aachen = new GeoPoint(50.77664, 6.08342);
    GeoPoint lviv = new GeoPoint(49.83826, 24.02324);
    assertEquals(1275.1, aachen.kilometresTo(lviv), 0.1);
    assertEquals(aachen.kilometresTo(lviv), lviv.kilometresTo(aachen), 1e-9);
    assertEquals(0, lviv.kilometresTo(lviv), 1e-9);
  }

  @Test
  void theDistanceToTheOtherSideOfTheGlobeIsHalfItsCircumference() {
    assertEquals(20015, new GeoPoint(0, 0).kilometresTo(new GeoPoint(0, 180)), 1);
  }

  @ParameterizedTest
  @CsvSource({"91,0", "-91,0", "0,181", "0,-181", "NaN,0", "0,NaN"})
  void whatIsNoPositionIsRefused(double lat, double lon) {
    assertThrows(IllegalArgumentException.class, () -> new GeoPoint(lat, lon));
  }
}
