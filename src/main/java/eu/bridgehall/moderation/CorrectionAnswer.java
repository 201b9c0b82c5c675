package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.CorrectionOutcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator says to a correction.
 *
 * @param outcome id of a {@link CorrectionOutcome}
 * @param answer why, up to 4,000 characters, for those whom it concerns
 */
@Serdeable
public record CorrectionAnswer(
    @Nullable @Schema(implementation = CorrectionOutcome.class) String outcome,
    @Nullable String answer) {}
