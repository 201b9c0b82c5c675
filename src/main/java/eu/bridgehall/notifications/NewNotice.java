package eu.bridgehall.notifications;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, to whomever it concerns.
 *
 * @param kind which notice it is, and which mail: its text on the pages is the key {@code
 *     mail.<kind>.subject}
 * @param subject what it is about: with the number it says whether it has been told before
 * @param number of the event, or of the message in its conversation
 * @param facts what fills the texts: names, never what somebody has written
 * @param named the organisations whose names are among the facts, by the name of the fact: those
 *     are asked for again when it is read
 * @param link where it leads on this service; null for nowhere
 */
record NewNotice(
    String kind,
    UUID subject,
    long number,
    Map<String, String> facts,
    Map<String, UUID> named,
    @Nullable String link) {
  NewNotice {
    facts = Map.copyOf(facts);
    named = Map.copyOf(named);
  }

  /** One that names no organisation. */
  NewNotice(
      String kind, UUID subject, long number, Map<String, String> facts, @Nullable String link) {
    this(kind, subject, number, facts, Map.of(), link);
  }
}
