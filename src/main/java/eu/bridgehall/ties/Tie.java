package eu.bridgehall.ties;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands between two authorities.
 *
 * @param a the one with the smaller id
 * @param b the other
 * @param side the one it comes from; null where it is of both or of neither
 * @param until when it ended; null while it is in force
 * @param reason a code, never a text that a person wrote
 */
public record Tie(
    UUID id,
    UUID a,
    UUID b,
    TieKind kind,
    Certainty certainty,
    @Nullable UUID side,
    Instant since,
    @Nullable Instant until,
    @Nullable String reason) {
  /** The authority that stands on the other end. */
  public UUID otherThan(UUID authority) {
    return a.equals(authority) ? b : a;
  }

  /** A partnership that both sides, or at least one of them, vouch for. */
  public boolean isVouchedPartner() {
    return kind == TieKind.PARTNER && certainty != Certainty.KNOWN_UNCONFIRMED;
  }

  /** They know each other: both have agreed to be in touch. */
  public boolean isInTouch() {
    return kind == TieKind.INTRODUCTION_ACCEPTED
        || (kind == TieKind.PARTNER && certainty == Certainty.CONFIRMED);
  }

  /** It keeps them apart. */
  public boolean isBarrier() {
    return kind == TieKind.BLOCKED || kind == TieKind.FORBIDDEN;
  }
}
