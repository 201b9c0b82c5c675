package eu.bridgehall.web;

import eu.bridgehall.moderation.DecideRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as its form sends it and shows it again.
 *
 * @param days as typed
 * @param authority id of the side of a conversation that it is about; empty where none is chosen
 * @param flag id of the automatic signal that led here; empty where none did
 */
public record DecideForm(
    String kind,
    String scope,
    String reason,
    String rule,
    String text,
    String days,
    String authority,
    String flag) {
  static final DecideForm EMPTY = new DecideForm("", "", "", "", "", "", "", "");

  /** One that a signal may have led to. */
  static DecideForm after(@Nullable String flag) {
    return flag == null ? EMPTY : new DecideForm("", "", "", "", "", "", "", flag);
  }

  static DecideForm of(Sent sent) {
    return new DecideForm(
        sent.one("kind"),
        sent.one("scope"),
        sent.one("reason"),
        sent.one("rule"),
        sent.one("text"),
        sent.one("days"),
        sent.one("authority"),
        sent.one("flag"));
  }

  DecideRequest request() {
    return new DecideRequest(
        kind, scope, reason, rule, text, Typed.number(days), id(authority), id(flag));
  }

  /** Null also for what is none, which nothing has. */
  private static @Nullable UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
