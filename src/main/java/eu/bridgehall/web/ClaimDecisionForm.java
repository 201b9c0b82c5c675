package eu.bridgehall.web;

import eu.bridgehall.profiles.ClaimDecision;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What is decided on a claim. */
@Serdeable
public record ClaimDecisionForm(
    @Nullable Boolean grant, @Nullable String reason, @Nullable Boolean removeOthers) {
  static final ClaimDecisionForm NOTHING = new ClaimDecisionForm(null, null, null);

  ClaimDecision decision() {
    return new ClaimDecision(grant, reason, removeOthers);
  }

  /** Whether this was chosen, to grant or to refuse. */
  public boolean chose(boolean granting) {
    return grant != null && grant == granting;
  }

  /** Whether the members so far were to be removed. */
  public boolean removes() {
    return Boolean.TRUE.equals(removeOthers);
  }
}
