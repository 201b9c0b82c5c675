package eu.bridgehall.web;

import eu.bridgehall.moderation.QueueClaim;
import eu.bridgehall.moderation.SignalFlag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the queue knows of a thing, for the page where it is decided.
 *
 * @param kind id of its kind
 * @param claim who has taken it on; null where nobody has
 * @param flags what automatic signals have found in it
 * @param to address of the page
 */
public record QueueMark(
    String kind, UUID subject, @Nullable QueueClaim claim, List<SignalFlag> flags, String to) {
  public QueueMark {
    flags = List.copyOf(flags);
  }
}
