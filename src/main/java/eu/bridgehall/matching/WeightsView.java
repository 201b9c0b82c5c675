package eu.bridgehall.matching;

import eu.bridgehall.profiles.OwnWeights;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What counts for an authority.
 *
 * @param weights numbers from 0 to 100 by criterion
 * @param own whether the authority has chosen them; else they are those by default
 * @param version what a change names as {@code If-Match}; 0 where nothing was ever chosen
 */
@Serdeable
public record WeightsView(Map<String, Integer> weights, boolean own, long version) {
  public WeightsView {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  static WeightsView of(OwnWeights.Chosen chosen) {
    return new WeightsView(
        WeightParameter.shown(chosen.inForce()), chosen.weights() != null, chosen.version());
  }
}
