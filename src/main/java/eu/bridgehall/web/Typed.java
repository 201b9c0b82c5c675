package eu.bridgehall.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers and texts as people type them, and as forms show them again. */
final class Typed {
  /** Below every range that a profile takes: the check names the field and says what is right. */
  private static final int UNREADABLE = -1;

  private static final String BETWEEN_DIGITS = "[\\s\\u00a0\\u202f'’]";

  private Typed() {}

  /** A whole number, also with its thousands set apart; null for an empty field. */
  static @Nullable Integer number(String typed) {
    String digits = typed.replaceAll(BETWEEN_DIGITS, "");
    if (digits.matches("\\d{1,3}([.,]\\d{3})+")) {
      digits = digits.replaceAll("[.,]", "");
    }
    if (digits.isEmpty()) {
      return null;
    }
    return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : Integer.valueOf(UNREADABLE);
  }

  /**
   * Whether nobody can tell if a mark sets the thousands apart or begins the fraction, as in {@code
   * 1.234}: the countries that write here do either, whatever the language of the page.
   */
  static boolean isAmbiguous(String typed) {
    return typed.replaceAll(BETWEEN_DIGITS, "").matches("[1-9]\\d{0,2}[.,]\\d{3}");
  }

  /**
   * A number with a decimal point or comma, also with its thousands set apart; null for an empty
   * field.
   */
  static @Nullable Double decimal(String typed) {
    String digits = typed.replaceAll(BETWEEN_DIGITS, "");
    if (digits.matches("\\d{1,3}(,\\d{3})+\\.\\d+") || digits.matches("\\d{1,3}(,\\d{3}){2,}")) {
      digits = digits.replace(",", "");
    } else if (digits.matches("\\d{1,3}(\\.\\d{3})+,\\d+")
        || digits.matches("\\d{1,3}(\\.\\d{3}){2,}")) {
      digits = digits.replace(".", "");
    }
    digits = digits.replace(',', '.');
    if (digits.isEmpty()) {
      return null;
    }
    return digits.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.valueOf(digits) : (double) UNREADABLE;
  }

  /** The text; null for an empty field. */
  static @Nullable String text(String typed) {
    return typed.isEmpty() ? null : typed;
  }

  /** How a form shows a number that may have a fraction: so that it is read as what it is. */
  static String shownDecimal(@Nullable Double number) {
    String plain = shown(number);
    return isAmbiguous(plain) ? plain + "0" : plain;
  }

  /** How a form shows a value. */
  static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }
}
