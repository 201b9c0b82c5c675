package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.i18n.Messages;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, for the page that shows it again with what was typed.
 *
 * @param fields text by field, in the order in which they were found
 * @param general text that belongs to no field; null without one
 * @param names of fields, for a summary of what does not say by itself what it is about
 */
public record FormErrors(
    Map<String, String> fields, @Nullable String general, Map<String, String> names) {
  /** Nothing is wrong, or nothing was sent yet. */
  public static final FormErrors NONE = new FormErrors(Map.of(), null);

  public FormErrors(Map<String, String> fields, @Nullable String general) {
    this(fields, general, Map.of());
  }

  static FormErrors of(DomainException refusal, Messages messages, Locale language) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (refusal instanceof Invalid invalid) {
      invalid.errors().forEach(e -> fields.put(e.field(), text(e, messages, language)));
    }
    return new FormErrors(
        fields,
        fields.isEmpty() ? messages.text(language, refusal.key(), refusal.arguments()) : null);
  }

  /**
   * The same under the names that the form has for the fields, the first of two stays.
   *
   * @param place where on the page a field stands; smaller numbers stand higher
   * @param name what the reader calls it; empty where the text says it by itself
   */
  FormErrors named(
      UnaryOperator<String> field,
      ToIntFunction<String> place,
      Function<String, Optional<String>> name) {
    Map<String, String> named = new LinkedHashMap<>();
    Map<String, String> called = new LinkedHashMap<>();
    fields.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> place.applyAsInt(e.getKey())))
        .forEach(
            e -> {
              String shown = field.apply(e.getKey());
              named.putIfAbsent(shown, e.getValue());
              name.apply(e.getKey()).ifPresent(text -> called.putIfAbsent(shown, text));
            });
    return new FormErrors(named, general, called);
  }

  /**
   * The same in the order of the form, each told with the label of its field.
   *
   * @param labels message keys by the names of the fields, in the order of the form
   */
  FormErrors labelled(SequencedMap<String, String> labels, Messages messages, Locale language) {
    List<String> order = List.copyOf(labels.sequencedKeySet());
    return named(
        UnaryOperator.identity(),
        field -> order.contains(field) ? order.indexOf(field) : order.size(),
        field -> Optional.ofNullable(labels.get(field)).map(key -> messages.text(language, key)));
  }

  /** Pairs of a field and the key of its label, in the order of the form. */
  static SequencedMap<String, String> labels(String... pairs) {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      labels.put(pairs[i], pairs[i + 1]);
    }
    return Collections.unmodifiableSequencedMap(labels);
  }

  /** What is wrong with a field; null where nothing is. */
  public @Nullable String at(String field) {
    return fields.get(field);
  }

  /** What is wrong with a field, as a summary of the page says it. */
  public String told(String field, Frame page) {
    String name = names.get(field);
    String text = fields.getOrDefault(field, "");
    return name == null ? text : page.before(name) + " " + text;
  }

  public boolean isEmpty() {
    return fields.isEmpty() && general == null;
  }

  /** The ids of a list are for programs: on a page their names stand beside. */
  private static String text(FieldError error, Messages messages, Locale language) {
    return FieldChecks.NO_CHOICE.equals(error.key())
        ? messages.text(language, "form.chooseOne", Map.of())
        : messages.text(language, error.key(), error.arguments());
  }
}
