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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision, for those who decide.
 *
 * @param kind id of a {@link DecisionKind}
 * @param scope id of a {@link RestrictionScope}; null but for a restriction
 * @param reason id of a {@link DecisionReason}
 * @param rule code of a {@link eu.bridgehall.moderation.model.ModerationRule}; null where none was
 *     broken
 * @param subjectKind id of a {@link SubjectKind}
 * @param authority whose people it concerns; null where it concerns nobody
 * @param author name of who has written what it is about; null elsewhere
 * @param origin id of a {@link DecisionOrigin}, what led to it
 * @param status id of a {@link DecisionStatus}
 * @param days for how many days it is; null for no term
 * @param termUntil when its term ends; null before it is in force, and for no term
 * @param decidedBy name of the moderator; null where the account is gone
 * @param confirmedBy name of the second moderator, who has agreed or not; null before, and where it
 *     takes none
 * @param confirmText why she did not agree
 * @param liftText why it was lifted
 * @param reports ids of the reports that it closes, the first first
 * @param appeals against it, the first first: one for each side at the most
 * @param correction the last one of what it hides; null where there is none
 */
@Serdeable
public record DecisionResponse(
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
    @Nullable String author,
    @Schema(implementation = DecisionOrigin.class) String origin,
    @Schema(implementation = DecisionStatus.class) String status,
    @Nullable Integer days,
    @Nullable Instant termUntil,
    UUID decidedById,
    @Nullable String decidedBy,
    Instant decidedAt,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable String confirmText,
    @Nullable Instant inForceAt,
    @Nullable Instant liftedAt,
    @Nullable String liftText,
    List<UUID> reports,
    List<AppealResponse> appeals,
    @Nullable CorrectionResponse correction) {
  public DecisionResponse {
    reports = List.copyOf(reports);
    appeals = List.copyOf(appeals);
  }
}
