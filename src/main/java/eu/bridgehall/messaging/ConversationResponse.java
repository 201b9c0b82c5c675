package eu.bridgehall.messaging;

import eu.bridgehall.partnerships.AuthorityRef;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its readers sees it.
 *
 * @param introductionId what it came from
 * @param own the side of the reader; for a member of both, the one asked about, else the first
 * @param other the other side
 * @param lastMessageAt null while nobody has written
 * @param lastNumber of the newest message, 0 while there is none
 * @param readUpTo number of the last message that the reader has marked as read, 0 for none
 * @param unread messages after that one that others have written
 * @param mayWrite whether the reader could post a message now
 */
@Serdeable
public record ConversationResponse(
    UUID id,
    UUID introductionId,
    AuthorityRef own,
    AuthorityRef other,
    Instant openedAt,
    @Nullable Instant lastMessageAt,
    long lastNumber,
    long readUpTo,
    long unread,
    boolean mayWrite) {}
