package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.AppealOutcome;
import eu.bridgehall.moderation.model.AppealSide;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal.
 *
 * @param side id of an {@link AppealSide}: for whom it was made
 * @param by name of who appeals; null where the account is gone
 * @param outcome id of an {@link AppealOutcome}; null while it is open
 * @param answer what the other moderator has said to it
 */
@Serdeable
public record AppealResponse(
    UUID id,
    UUID decision,
    @Schema(implementation = AppealSide.class) String side,
    String text,
    @Nullable String by,
    Instant at,
    @Nullable Instant decidedAt,
    @Nullable @Schema(implementation = AppealOutcome.class) String outcome,
    @Nullable String answer) {}
