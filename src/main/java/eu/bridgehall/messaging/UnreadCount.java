package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a person has not read yet, but for what she has muted.
 *
 * @param total messages, in all her conversations
 * @param conversations in how many of them
 */
@Serdeable
public record UnreadCount(long total, long conversations) {}
