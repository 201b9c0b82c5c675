package eu.bridgehall.notifications;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the reader was told.
 *
 * @param kind which notice it is, for example {@code introduction-arrived}
 * @param about which choice of mails it belongs to; null for what cannot be switched off
 * @param subject id of what it is about: an introduction, a conversation, an authority, a claim or
 *     the reader's account
 * @param text in the language of the answer
 * @param link where it leads on this service, from the root; null for nowhere
 * @param readAt null while it is unread
 */
@Serdeable
public record NoticeResponse(
    UUID id,
    String kind,
    @Nullable String about,
    UUID subject,
    String text,
    @Nullable String link,
    Instant at,
    @Nullable Instant readAt) {}
