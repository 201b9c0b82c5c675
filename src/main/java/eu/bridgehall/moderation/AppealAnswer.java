package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.AppealOutcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What another moderator says to an appeal.
 *
 * @param outcome id of an {@link AppealOutcome}
 * @param answer why, up to 4,000 characters, for those whom it concerns
 */
@Serdeable
public record AppealAnswer(
    @Nullable @Schema(implementation = AppealOutcome.class) String outcome,
    @Nullable String answer) {}
