package eu.bridgehall.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * The row.
 *
 * @param number counts the messages of the conversation from 1, without gaps
 * @param authority the one that the author wrote for
 */
record Message(
    UUID id,
    UUID conversation,
    long number,
    UUID authority,
    UUID author,
    String text,
    Instant at) {}
