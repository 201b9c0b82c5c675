package eu.bridgehall.moderation;

import eu.bridgehall.messaging.Party;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionOrigin;
import eu.bridgehall.moderation.model.DecisionReason;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.RestrictionScope;
import eu.bridgehall.moderation.model.SubjectKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement of reasons: a decision as those whom it concerns are told of it.
 *
 * @param kind id of a {@link DecisionKind}
 * @param scope id of a {@link RestrictionScope}; null but for a restriction
 * @param reason id of a {@link DecisionReason}
 * @param rule code of a {@link eu.bridgehall.moderation.model.ModerationRule}, the section of the
 *     rules it rests on
 * @param text the facts and the reasons in words
 * @param subjectKind id of a {@link SubjectKind}
 * @param conversation in which the subject stands; null for a profile and an authority
 * @param authority that it concerns
 * @param origin id of a {@link DecisionOrigin}, what led to it
 * @param status id of a {@link DecisionStatus}
 * @param since when it came into force
 * @param termUntil when its term ends; null for no term
 * @param endedAt when it ended; null while it is in force
 * @param endText why it was lifted
 * @param appealUntil until when one can appeal
 * @param mayAppeal whether one still can: in time, and nobody has for the same side
 * @param appeal of the reader's side against it; null where there is none
 * @param mayCorrect whether the reader can correct what it hides, and say so
 * @param content what the hidden message says that she can correct; null elsewhere
 * @param correction the last one; null where there is none
 */
@Serdeable
public record StatementResponse(
    UUID id,
    @Schema(implementation = DecisionKind.class) String kind,
    @Nullable @Schema(implementation = RestrictionScope.class) String scope,
    @Schema(implementation = DecisionReason.class) String reason,
    @Nullable String rule,
    String text,
    @Schema(implementation = SubjectKind.class) String subjectKind,
    UUID subject,
    @Nullable UUID conversation,
    @Nullable Party authority,
    @Schema(implementation = DecisionOrigin.class) String origin,
    @Schema(implementation = DecisionStatus.class) String status,
    Instant since,
    @Nullable Instant termUntil,
    @Nullable Instant endedAt,
    @Nullable String endText,
    Instant appealUntil,
    boolean mayAppeal,
    @Nullable AppealResponse appeal,
    boolean mayCorrect,
    @Nullable String content,
    @Nullable CorrectionResponse correction) {}
