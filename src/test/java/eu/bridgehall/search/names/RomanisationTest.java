package eu.bridgehall.search.names;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisationTest {
  private static Set<String> folded(Collection<String> ways) {
    return ways.stream().map(NameFolding::fold).collect(toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "GR, Αθήνα, athina athena",
    "GR, Χανιά, chania khania hania",
    "GR, Πειραιάς, peiraias piraias pireas",
    "GR, Εύβοια, evvoia euboia",
    "CY, Λάρνακα, larnaka",
    "GE, წყალტუბო, tsqaltubo tskaltubo",
    "GE, ჭიათურა, chiatura tschiatura tchiatoura",
    "GE, მცხეთა, mtskheta mzcheta",
    "AM, Երևան, yerevan erevan jerewan",
    "AM, Վանաձոր, vanadzor vanajor wanadsor",
    "AM, Գյումրի, gyumri gjumri gyoumri",
    "BG, Велико Търново, veliko tarnovo",
    "BG, Хасково, haskovo",
    "UA, Мукачеве, mukacheve mukatschewe moukatcheve mukaczewe",
    "UA, Хмельницький, khmelnytskyi chmelnyzkyj",
    "UA, Киев, kiev",
    "UA, Алчевськ, alchevsk",
    "UA, Первомайский, pervomayskiy",
    "RS, Ниш, nis"
  })
  void aNameIsWrittenInTheWaysOfItsCountry(String country, String name, String ways) {
    Set<String> folded = folded(Romanisation.of(name, country));
    for (String way : country.equals("BG") ? List.of(ways) : List.of(ways.split(" "))) {
      assertTrue(folded.contains(way), way + " is not among " + folded);
    }
  }

  @Test
  void aNameOfAnotherCountryIsWrittenInOneWayOnly() {
    assertEquals(Set.of("parisi"), folded(Romanisation.of("Παρίσι", "FR")));
    assertEquals(List.of(), Romanisation.of("Łódź", "PL"));
  }

  @Test
  void whatIsTypedIsReadInEveryWay() {
    assertTrue(folded(Romanisation.ofTyped("Київ")).containsAll(Set.of("kyiv", "kyjiv")));
    assertTrue(folded(Romanisation.ofTyped("Търговище")).contains("targovishte"));
    assertTrue(folded(Romanisation.ofTyped("Αθήνα")).contains("athina"));
    assertEquals(List.of(), Romanisation.ofTyped("Athen"));
  }
}
