package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.platform.i18n.Messages;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, for the page that shows it again with what was typed.
 *
 * @param fields text by field, in the order in which they were found
 * @param general text that belongs to no field; null without one
 */
public record FormErrors(Map<String, String> fields, @Nullable String general) {
  /** Nothing is wrong, or nothing was sent yet. */
  public static final FormErrors NONE = new FormErrors(Map.of(), null);

  static FormErrors of(DomainException refusal, Messages messages, Locale language) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (refusal instanceof Invalid invalid) {
      invalid
          .errors()
          .forEach(e -> fields.put(e.field(), messages.text(language, e.key(), e.arguments())));
    }
    return new FormErrors(
        fields,
        fields.isEmpty() ? messages.text(language, refusal.key(), refusal.arguments()) : null);
  }

  /** What is wrong with a field; null where nothing is. */
  public @Nullable String at(String field) {
    return fields.get(field);
  }

  public boolean isEmpty() {
    return fields.isEmpty() && general == null;
  }
}
