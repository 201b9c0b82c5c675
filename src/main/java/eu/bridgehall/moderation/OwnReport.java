package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.SubjectKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report, as the reporter reads it. It tells that a measure was taken and never which.
 *
 * @param kind id of a {@link SubjectKind}
 * @param subject id of what is reported
 * @param conversation in which it stands; null for a profile
 * @param reason id of a {@link ReportReason}
 * @param state id of a {@link ReportOutcome}
 * @param decidedAt when it was decided; null while it is open
 * @param answer why nothing was done after another look; null elsewhere
 * @param again how she has asked for another look; null where she has not
 * @param againUntil until when she can; null where nothing else than that was decided
 * @param mayAskAgain whether she still can: in time, and for the first time
 */
@Serdeable
public record OwnReport(
    UUID id,
    @Schema(implementation = SubjectKind.class) String kind,
    UUID subject,
    @Nullable UUID conversation,
    @Schema(implementation = ReportReason.class) String reason,
    @Nullable String text,
    Instant at,
    @Schema(implementation = ReportOutcome.class) String state,
    @Nullable Instant decidedAt,
    @Nullable String answer,
    @Nullable ReportAgain again,
    @Nullable Instant againUntil,
    boolean mayAskAgain) {}
