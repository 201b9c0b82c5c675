package eu.bridgehall.matching;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.scoring.Criterion;
import eu.bridgehall.scoring.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads weights as a client writes them: {@code needs:30,size:0}, or {@code default}. */
final class WeightParameter {
  /** Instead of numbers: the weights as they are where nobody has chosen any. */
  static final String DEFAULT = "default";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private WeightParameter() {}

  /**
   * The weights; what is left out keeps its default. Null where none were sent.
   *
   * @throws Invalid naming {@code weights} or {@code weights.<criterion>}
   */
  static @Nullable Weights parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (DEFAULT.equals(text.strip())) {
      return Weights.defaults();
    }
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      String[] pair = part.strip().split(":", -1);
      if (pair.length != 2 || pair[0].isBlank() || chosen.containsKey(pair[0].strip())) {
        throw new Invalid("weights", "matching.weightsForm");
      }
      String name = pair[0].strip();
      if (Coded.find(Criterion.class, name).isEmpty()) {
        throw new Invalid("weights." + name, "error.weight.unknown");
      }
      if (!NUMBER.matcher(pair[1].strip()).matches()) {
        throw new Invalid("weights." + name, "error.weight.range", Map.of("max", Weights.MAX));
      }
      chosen.put(name, Integer.valueOf(pair[1].strip()));
    }
    return Weights.of(chosen);
  }

  /** The weights as given, by criterion. */
  static Map<String, Integer> shown(Weights weights) {
    Map<String, Integer> shown = new LinkedHashMap<>();
    for (Criterion criterion : Criterion.values()) {
      shown.put(criterion.id(), weights.given(criterion));
    }
    return shown;
  }
}
