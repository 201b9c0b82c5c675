package eu.bridgehall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.34|12.34",
        "12,3|12.3",
        "0,234|0.234",
        "1234.567|1234.567",
        "1 234,5|1234.5",
        "1'234|1234",
        "1,234.5|1234.5",
        "1.234,5|1234.5",
        "1.234.567|1234567",
        "1.2340|1.234",
        "many|-1",
        "1.2.3|-1"
      })
  void aNumberIsReadAsItIsWritten(String typed, double read) {
    assertFalse(Typed.isAmbiguous(typed));
    assertEquals(read, Typed.decimal(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234", "1,234", "12.345", "123,456"})
  void nobodyKnowsWhatThreeDigitsAfterOneMarkAre(String typed) {
    assertEquals(true, Typed.isAmbiguous(typed));
  }

  @Property
  void whatAFormShowsIsReadAsWhatItWas(@ForAll @DoubleRange(min = 0, max = 1_000_000) double area) {
    double kept = Math.round(area * 10_000) / 10_000.0;
    assertFalse(Typed.isAmbiguous(Typed.shownDecimal(kept)));
    assertEquals(kept, Typed.decimal(Typed.shownDecimal(kept)));
  }

  @Test
  void anEmptyFieldIsNoNumber() {
    assertNull(Typed.decimal(""));
    assertEquals("", Typed.shownDecimal(null));
  }
}
