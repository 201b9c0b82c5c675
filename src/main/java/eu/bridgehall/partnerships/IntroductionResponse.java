package eu.bridgehall.partnerships;

import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.partnerships.model.ReviewCause;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An introduction as its reader may see it.
 *
 * @param cooperationTypes ids of the kinds of cooperation proposed
 * @param themes ids of the themes proposed
 * @param askedBy name of the colleague who asked; only for the asker's own members
 * @param sentAt when it reached the other side; null where it has not
 * @param answerUntil until when the other side is asked to answer; null while it has not been
 *     reached, and once it is over
 * @param reviewReasons why it had to be reviewed; empty where it had not, and for the side that is
 *     asked
 * @param review what the reviewer decided; not for the side that is asked
 * @param answer what the side that is asked answered; not for reviewers
 * @param proposedBy name of the association or the secretariat that proposes it to both sides; null
 *     where the one asks for the other
 * @param sideAnswers where it was proposed: what the reader's own side has answered, and, once both
 *     have, what the other has; for who proposes it, what was answered once it is over
 * @param withdrawnBy name of the colleague who took it back; only for the asker's own members
 * @param closedAt when it expired or the secretariat ended it; null where neither
 * @param conversationId what acceptance has opened; null before, for a moment after it, and for
 *     reviewers
 * @param actions what the reader can do now
 */
@Serdeable
public record IntroductionResponse(
    UUID id,
    AuthorityRef from,
    AuthorityRef to,
    @Schema(implementation = IntroductionStatus.class) String status,
    String text,
    List<String> cooperationTypes,
    List<String> themes,
    Instant askedAt,
    @Nullable String askedBy,
    @Nullable Instant sentAt,
    @Nullable Instant answerUntil,
    @ArraySchema(schema = @Schema(implementation = ReviewCause.class)) List<String> reviewReasons,
    @Nullable StepResponse review,
    @Nullable StepResponse answer,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy,
    @Nullable Instant closedAt,
    @Nullable String proposedBy,
    List<SideAnswer> sideAnswers,
    @Nullable UUID conversationId,
    @ArraySchema(schema = @Schema(implementation = IntroductionAction.class))
        List<String> actions) {
  /**
   * What somebody decided.
   *
   * @param by name of the colleague who did; only for members of the same authority
   * @param reason id from the list of reasons for that step; null where it needs none
   */
  @Serdeable
  public record StepResponse(
      Instant at, @Nullable String by, @Nullable String reason, @Nullable String text) {}

  /**
   * What one side has answered to a proposal.
   *
   * @param accepted whether it accepts
   * @param by name of the colleague who answered; only for members of the same authority
   * @param reason id from the list of reasons to decline; null where it accepts
   */
  @Serdeable
  public record SideAnswer(
      UUID authority,
      boolean accepted,
      Instant at,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String text) {}
}
