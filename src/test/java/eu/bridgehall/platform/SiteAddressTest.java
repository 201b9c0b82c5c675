package eu.bridgehall.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, http://localhost:8080, true",
    "http://127.0.0.1, http://127.0.0.1, true",
    "http://[::1]:80/, http://[::1]:80, true",
    "https://localhost, https://localhost, false",
    "http://bridgehall.example, http://bridgehall.example, false",
    "https://bridgehall.example/, https://bridgehall.example, false"
  })
  void onlyPlainHttpOnThisMachineIsLocal(String given, String text, boolean plainLocal) {
    SiteAddress site = new SiteAddress(given);
    assertEquals(text, site.text());
    assertEquals(plainLocal, site.isPlainLocal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bridgehall.example", "http://localhost:-1", "ftp://x.example", "http://a b"})
  void theStartEndsWhereItIsNoAddress(String given) {
    String message = assertThrows(CannotStart.class, () -> new SiteAddress(given)).getMessage();
    assertTrue(String.valueOf(message).contains("bridgehall.base-url"), () -> "" + message);
  }
}
