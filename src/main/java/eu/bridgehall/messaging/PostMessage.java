package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as a client sends it.
 *
 * @param text 1 to 10,000 characters; {@code **bold**}, {@code *italics*}, lists ({@code - }),
 *     quotes ({@code > }) and links ({@code [words](https://…)}) are shown as such, nothing else is
 * @param side for which side it is written; needed only from who may write for several
 * @param attachments ids of files that were sent for this conversation before; null for none
 * @param quotes id of the message of this conversation that it answers to; null for none
 */
@Serdeable
public record PostMessage(
    @Nullable String text,
    @Nullable UUID side,
    @Nullable List<UUID> attachments,
    @Nullable UUID quotes) {
  /** A message without files. */
  public PostMessage(@Nullable String text, @Nullable UUID side) {
    this(text, side, null, null);
  }
}
