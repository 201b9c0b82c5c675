package eu.bridgehall.partnerships;

import eu.bridgehall.partnerships.model.IntroductionStanding;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.partnerships.model.ReviewCause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row.
 *
 * @param country the one whose association reviews what the asker asks for
 * @param reviewed whether it had, or has, to be reviewed
 * @param reviewReasons why it had to be
 * @param review what the reviewer decided; null while nobody has
 * @param sentAt when it reached the other side; null where it has not
 * @param answerUntil until when the other side is asked to answer; null where it has not been
 *     reached
 * @param answer what the other side answered; null while it has not
 * @param withdrawal null unless the asker took it back
 * @param proposedBy the association or the secretariat that proposes it to both; null where the one
 *     asks for the other
 * @param closedAt when it expired or was ended; null where neither
 */
record Introduction(
    UUID id,
    UUID from,
    UUID to,
    String country,
    IntroductionStatus status,
    String text,
    List<String> cooperationTypes,
    List<String> themes,
    Step asking,
    boolean reviewed,
    List<ReviewCause> reviewReasons,
    @Nullable Step review,
    @Nullable Instant sentAt,
    @Nullable Instant answerUntil,
    @Nullable Step answer,
    @Nullable Step withdrawal,
    @Nullable Instant closedAt,
    @Nullable UUID conversationId,
    @Nullable UUID proposedBy) {
  Introduction {
    cooperationTypes = List.copyOf(cooperationTypes);
    themes = List.copyOf(themes);
    reviewReasons = List.copyOf(reviewReasons);
  }

  /**
   * Who took a step, when, and why.
   *
   * @param reason id from a list; null where the step needs none
   */
  record Step(UUID by, Instant at, @Nullable String reason, @Nullable String text) {
    Step(UUID by, Instant at) {
      this(by, at, null, null);
    }
  }

  /** Whether neither side has asked for it: it is proposed to both. */
  boolean isProposed() {
    return proposedBy != null;
  }

  IntroductionStanding.Facts facts() {
    return new IntroductionStanding.Facts(from, to, country, reviewed, sentAt != null, proposedBy);
  }

  /** Let through, to be answered by then. */
  Introduction approved(Step step, Instant until) {
    return with(IntroductionStatus.SENT, step, step.at(), until, answer, withdrawal, closedAt);
  }

  Introduction rejected(Step step) {
    return with(
        IntroductionStatus.REJECTED, step, sentAt, answerUntil, answer, withdrawal, closedAt);
  }

  Introduction answered(IntroductionStatus next, Step step) {
    return with(next, review, sentAt, answerUntil, step, withdrawal, closedAt);
  }

  Introduction withdrawn(Step step) {
    return with(IntroductionStatus.WITHDRAWN, review, sentAt, answerUntil, answer, step, closedAt);
  }

  /** Expired or ended. */
  Introduction closed(IntroductionStatus next, Instant at) {
    return with(next, review, sentAt, answerUntil, answer, withdrawal, at);
  }

  private Introduction with(
      IntroductionStatus next,
      @Nullable Step newReview,
      @Nullable Instant newSentAt,
      @Nullable Instant newAnswerUntil,
      @Nullable Step newAnswer,
      @Nullable Step newWithdrawal,
      @Nullable Instant newClosedAt) {
    return new Introduction(
        id,
        from,
        to,
        country,
        next,
        text,
        cooperationTypes,
        themes,
        asking,
        reviewed,
        reviewReasons,
        newReview,
        newSentAt,
        newAnswerUntil,
        newAnswer,
        newWithdrawal,
        newClosedAt,
        conversationId,
        proposedBy);
  }
}
