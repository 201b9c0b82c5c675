package eu.bridgehall.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.FieldError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u00ad", "\u061c", "\u200b", "\u200c",
        "\u200d", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066",
        "\u2069", "\ufeff", "\ufff9", "\ud800", "\ue000", "\udb40\udc41", "\n", "\r", "\t"
      })
  void aNameHoldsNoCharacterThatIsNotSeenOrTurnsTheReading(String refused) {
    assertEquals(
        Optional.of("error.text.characters"), TextRules.problemOfLine("a" + refused + "b", 100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Київ",
        "L'Haÿ-les-Roses",
        "Sant'Agata de’ Goti",
        "Ħ’Attard",
        "Łódź",
        "Kyiv 🌻",
        "东京",
        "A"
      })
  void theNamesOfTheWorldAreNames(String name) {
    assertEquals(Optional.empty(), TextRules.problemOfLine(name, 100));
    assertEquals(name, TextRules.line(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u202e", "\u2066", "\ufeff", "\u001b", "\udb40\udc41"})
  void aTextOfSeveralLinesHoldsNoneOfTheDangerousOnesEither(String refused) {
    assertEquals(
        Optional.of("error.text.characters"), TextRules.problemOfText("a" + refused + "b", 100));
  }

  @Test
  void linesAndTabsAndJoinedPicturesAreTextButNoName() {
    String text = "first\r\nsecond\tthird \ud83d\udc69\u200d\ud83c\udf3e";
    assertEquals(Optional.empty(), TextRules.problemOfText(text, 100));
    assertEquals("first\nsecond\tthird \ud83d\udc69\u200d\ud83c\udf3e", TextRules.text(text));
  }

  @Test
  void spacesAtTheEndsAndRunsOfThemAreNotKept() {
    assertEquals("Aix en Provence", TextRules.line("  Aix \u00a0 en  Provence\u2003"));
    assertEquals(Optional.of("error.text.missing"), TextRules.problemOfLine(" \u00a0 ", 100));
    assertEquals(Optional.of("error.text.missing"), TextRules.problemOfLine(null, 100));
  }

  @Test
  void lengthIsCountedInCharactersAsPeopleCountThem() {
    assertEquals(Optional.empty(), TextRules.problemOfLine("🌻🌻🌻", 3));
    assertEquals(Optional.of("error.text.tooLong"), TextRules.problemOfLine("🌻🌻🌻🌻", 3));
    assertEquals("é", TextRules.line("e\u0301"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "a@b.c",
        "@town.example",
        "a@",
        "a b@town.example",
        "a@@town.example",
        ".a@town.example",
        "a..b@town.example",
        "a@-town.example",
        "a@town..example",
        "a@town.example\n",
        "\"a\"@town.example",
        "a@[127.0.0.1]",
        "a,b@town.example",
        "ä@town.example"
      })
  void whatIsNoAddressIsRefused(String address) {
    FieldChecks checks = new FieldChecks();
    checks.email("email", address.equals("a@town.example\n") ? "a@town\n.example" : address);
    DomainException.Invalid refusal = assertThrows(DomainException.Invalid.class, checks::done);
    assertEquals(List.of("email"), refusal.errors().stream().map(FieldError::field).toList());
  }

  @Test
  void anAddressIsKeptWithItsDomainInAsciiAndLowerCase() {
    FieldChecks checks = new FieldChecks();
    assertEquals("O.Koval+x@rada.example", checks.email("email", " O.Koval+x@Rada.EXAMPLE "));
    assertEquals("info@xn--kln-sna.example", checks.email("email", "info@köln.example"));
    checks.done();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://town.example",
        "//town.example",
        "town.example",
        "https://",
        "https://user:secret@town.example",
        "https://town.example/a b"
      })
  void whatIsNoWebsiteIsRefused(String address) {
    FieldChecks checks = new FieldChecks();
    checks.optionalWebsite("website", address);
    assertThrows(DomainException.Invalid.class, checks::done);
  }

  @Test
  void everyWrongFieldIsToldAtOnce() {
    FieldChecks checks = new FieldChecks();
    checks.line("name", "", 10);
    checks.email("email", null);
    checks.optionalText("note", null, 10);
    checks.optionalWebsite("website", "https://town.example");
    checks.present("role", null);
    DomainException.Invalid refusal = assertThrows(DomainException.Invalid.class, checks::done);
    assertEquals(
        List.of("name", "email", "role"),
        refusal.errors().stream().map(FieldError::field).toList());
  }
}
