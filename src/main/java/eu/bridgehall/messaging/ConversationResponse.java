package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its readers sees it.
 *
 * @param introductionId what it came from; null where it was begun otherwise
 * @param subject what it is about; null where it came from an introduction
 * @param own the side of the reader; for who acts for several, the one asked about, else the first
 * @param others the other sides, one or more
 * @param lastMessageAt null while nobody has written; a side that has left knows those before
 * @param lastNumber of the newest message that the reader may read, 0 while there is none
 * @param revision rises with every message and every change of one that the reader may know
 * @param readUpTo number of the last message that the reader has marked as read, 0 for none
 * @param unread messages after that one that others have written
 * @param mayWrite whether the reader could post a message now
 * @param muted whether the reader wants no mails and notices about it
 * @param blocked the other authorities that the reader's own side has blocked
 * @param strangers where several authorities talk to each other: those that are here and that the
 *     reader's own side is not in touch with
 */
@Serdeable
public record ConversationResponse(
    UUID id,
    @Nullable UUID introductionId,
    @Nullable String subject,
    SideResponse own,
    List<SideResponse> others,
    Instant openedAt,
    @Nullable Instant lastMessageAt,
    long lastNumber,
    long revision,
    long readUpTo,
    long unread,
    boolean mayWrite,
    boolean muted,
    List<UUID> blocked,
    List<UUID> strangers) {
  public ConversationResponse {
    others = List.copyOf(others);
    blocked = List.copyOf(blocked);
    strangers = List.copyOf(strangers);
  }
}
