package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Coded;
import java.util.Optional;

/**
 * The kinds of mail of which a person chooses how they come, or whether. What is about the account
 * itself, its password and invitations, and what was decided about her authority, claim or
 * introduction by a reviewer is none of them: it is sent always, and at once.
 */
public enum NoticeKind implements Coded {
  /** An introduction has come, waits for a review, or was answered by the other side. */
  INTRODUCTIONS,
  /** Somebody has written in a conversation. */
  MESSAGES,
  /** A profile or a claim waits for the reader, or is confirmed. */
  PROFILES;

  /** To which kind a mail belongs; empty for one that is always sent. */
  static Optional<NoticeKind> of(String mail) {
    return switch (mail) {
      case "introduction-arrived",
          "introduction-review",
          "introduction-accepted",
          "introduction-declined" ->
          Optional.of(INTRODUCTIONS);
      case "message-arrived" -> Optional.of(MESSAGES);
      case "profile-submitted",
          "profile-confirmed",
          "reconfirmation-due",
          "claim-to-join",
          "claim-disputed" ->
          Optional.of(PROFILES);
      default -> Optional.empty();
    };
  }
}
