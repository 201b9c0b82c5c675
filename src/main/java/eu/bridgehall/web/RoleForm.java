package eu.bridgehall.web;

import eu.bridgehall.kernel.Coded;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A role of the secretariat that is given or taken away.
 *
 * @param role its id
 * @param step id of the {@link Step}
 */
@Serdeable
public record RoleForm(@Nullable String role, @Nullable String step) {
  /** What is done with the role. */
  enum Step implements Coded {
    GIVE,
    TAKE
  }
}
