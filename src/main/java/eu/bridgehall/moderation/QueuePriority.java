package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.platform.waiting.WaitingKind;

/** How soon something should be decided. */
public enum QueuePriority implements Coded {
  /** Waiting may do harm: fraud, abuse, a false identity, data given away; a suspension. */
  HIGH,
  /** Somebody cannot go on before it is decided. */
  NORMAL,
  /** Nobody waits for it; it should be looked at. */
  LOW;

  /**
   * The priority of a thing.
   *
   * @param urgent whether its source says that waiting may do harm
   */
  static QueuePriority of(WaitingKind kind, boolean urgent) {
    return switch (kind) {
      case DISPUTE, SECOND_OPINION -> HIGH;
      case FLAG, SIGN_UP -> LOW;
      case PROFILE, PROFILE_CHANGE, CLAIM, OWNERSHIP, INTRODUCTION, REPORT, APPEAL, CORRECTION ->
          urgent ? HIGH : NORMAL;
    };
  }
}
