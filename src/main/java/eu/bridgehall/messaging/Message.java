package eu.bridgehall.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row.
 *
 * @param number counts the messages of the conversation from 1, without gaps
 * @param revision of the conversation, when it was last written
 * @param side the organisation that the author wrote for
 * @param quotes the message that it answers to; null where it quotes nothing
 * @param editedAt when it was last changed; null where it never was
 * @param withheld how the secretariat keeps it from its readers; null where it does not
 */
record Message(
    UUID id,
    UUID conversation,
    long number,
    long revision,
    UUID side,
    UUID author,
    String text,
    @Nullable UUID quotes,
    Instant at,
    @Nullable Instant editedAt,
    @Nullable Withholding withheld) {}
