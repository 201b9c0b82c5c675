package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.CorrectionOutcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction of what a decision hides.
 *
 * @param content what the message says since; null for a profile, and where it was erased
 * @param note what the person says to it; null where she says nothing
 * @param by name of who has corrected it; null where the account is gone
 * @param answeredAt null while it waits
 * @param outcome id of a {@link CorrectionOutcome}; null while it waits
 * @param answer what the moderator has said to it; null while it waits
 */
@Serdeable
public record CorrectionResponse(
    @Nullable String content,
    @Nullable String note,
    @Nullable String by,
    Instant at,
    @Nullable Instant answeredAt,
    @Nullable @Schema(implementation = CorrectionOutcome.class) String outcome,
    @Nullable String answer) {}
