package eu.bridgehall.matching;

import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.scoring.Weights;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The weights that an authority chooses.
 *
 * @param weights numbers from 0 to 100 by criterion; what is left out gets its default
 */
@Serdeable
public record WeightsRequest(
    @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        Map<String, @Nullable Integer> weights) {
  /**
   * The weights, where they can be weights.
   *
   * @throws Invalid naming what is wrong
   */
  Weights checked() {
    if (weights == null) {
      throw new Invalid("weights", "error.text.missing");
    }
    List<FieldError> empty =
        weights.entrySet().stream()
            .filter(entry -> Objects.isNull(entry.getValue()))
            .map(
                entry ->
                    new FieldError(
                        "weights." + entry.getKey(),
                        "error.weight.range",
                        Map.of("max", Weights.MAX)))
            .toList();
    if (!empty.isEmpty()) {
      throw new Invalid(empty);
    }
    return Weights.of(weights);
  }
}
