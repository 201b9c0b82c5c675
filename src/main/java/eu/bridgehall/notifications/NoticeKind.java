package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Coded;
import java.util.Optional;

/**
 * The kinds of mail of which a person chooses how they come, or whether. What is about the account
 * itself, its password and invitations, what was decided about her authority, claim or introduction
 * by a reviewer, for or against it, what the secretariat decides and whom that concerns, and what
 * it is told of reports and appeals, is none of them: it is sent always, and at once.
 */
public enum NoticeKind implements Coded {
  /** An introduction has come, waits for a review, or was answered by the other side. */
  INTRODUCTIONS,
  /** Somebody has written in a conversation. */
  MESSAGES,
  /** A profile or a claim waits for the reader, or a profile should be reconfirmed. */
  PROFILES;

  /** The mail about a report. */
  static final String REPORT = "report-made";

  /** The mail about an appeal, to those who may decide it. */
  static final String APPEAL = "appeal-made";

  /** The same about an appeal of somebody whose reports are put aside, or who was warned. */
  static final String REPORTER_APPEAL = "reporter-appealed";

  /** Whether only those are told who decide about reports and appeals. */
  static boolean isForSecretariat(String mail) {
    return switch (mail) {
      case REPORT,
          APPEAL,
          REPORTER_APPEAL,
          "decision-proposed",
          "decision-not-confirmed",
          "account-proposed",
          "account-not-confirmed",
          "account-appealed",
          "correction-made" ->
          true;
      default -> false;
    };
  }

  /** To which kind a mail belongs; empty for one that is always sent. */
  static Optional<NoticeKind> of(String mail) {
    return switch (mail) {
      case "introduction-arrived",
          "introduction-review",
          "introduction-accepted",
          "introduction-declined",
          "introduction-reminder",
          "introduction-last-reminder",
          "introduction-review-reminder",
          "introduction-expired",
          "introduction-missed",
          "introduction-proposed",
          "introduction-proposal-reminder",
          "introduction-proposal-expired",
          "introduction-proposal-declined",
          "introduction-proposal-over" ->
          Optional.of(INTRODUCTIONS);
      case "message-arrived" -> Optional.of(MESSAGES);
      case "profile-submitted", "reconfirmation-due", "claim-to-join", "claim-disputed" ->
          Optional.of(PROFILES);
      default -> Optional.empty();
    };
  }
}
