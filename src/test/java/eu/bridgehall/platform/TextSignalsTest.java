package eu.bridgehall.platform;

import static eu.bridgehall.platform.TextSignal.EMAIL;
import static eu.bridgehall.platform.TextSignal.LINK;
import static eu.bridgehall.platform.TextSignal.PHONE;
import static eu.bridgehall.platform.TextSignal.WORD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSignalsTest {
  private static final List<String> WORDS = List.of("casino", "кредит", "click here", " ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shall we talk about buses?",
        "In 2014-2020 and 2021-2027 we had 3 projects, with 1 500 000 inhabitants in all.",
        "On 01.02.2027 at 10:00, or on 2026-11-22, code UA46060250010015970.",
        "Ми шукаємо партнера для обміну молоді: 12 осіб, 2027 рік.",
        "A budget of 250.000 Euro.No more than that, e.g. z.B. for schools.",
        "",
      })
  void whatTownHallsWriteIsNotFlagged(String text) {
    assertEquals(Set.of(), TextSignals.find(text, WORDS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See https://town.example/x",
        "www.town.example",
        "look at our-town.eu.",
        "(lviv.ua)"
      })
  void aLinkIsFlagged(String text) {
    assertEquals(Set.of(LINK), TextSignals.find(text, WORDS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mayor@town.eu", "mayor (at) town.eu", "mayor[at]town dot eu", "мер@місто.укр"})
  void anAddressForMailIsFlaggedAndNotAlsoAsALink(String text) {
    assertEquals(Set.of(EMAIL), TextSignals.find("Write to " + text, WORDS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+380 32 254 60 00",
        "0033 1 23 45 67 89",
        "(0241) 432-0000",
        "0241/4320",
        "380322546000"
      })
  void aTelephoneNumberIsFlagged(String text) {
    assertEquals(Set.of(PHONE), TextSignals.find("Call " + text + ".", WORDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A CASINO!", "Вигідні кредити", "please click\n here"})
  void aWordOfTheListIsFlaggedHoweverItEnds(String text) {
    assertEquals(Set.of(WORD), TextSignals.find(text, WORDS));
  }

  @Test
  void insideAnotherWordItIsNotFlagged() {
    assertEquals(Set.of(), TextSignals.find("the Precasino valley", WORDS));
  }

  @Test
  void severalAreFoundAtOnce() {
    assertEquals(
        Set.of(LINK, EMAIL, PHONE, WORD),
        TextSignals.find("Casino: www.win.example, a@win.example, +49 170 1234567", WORDS));
  }
}
