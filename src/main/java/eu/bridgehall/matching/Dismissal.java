package eu.bridgehall.matching;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** "Not for us", and why. */
@Serdeable
public record Dismissal(@Nullable @Schema(implementation = DismissalReason.class) String reason) {}
