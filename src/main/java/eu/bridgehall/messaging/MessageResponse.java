package eu.bridgehall.messaging;

import eu.bridgehall.partnerships.AuthorityRef;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param number counts the messages of the conversation from 1, without gaps
 * @param authority the one that the author wrote for
 * @param author the author's name, never an address; null where the account is gone
 * @param mine whether the reader wrote it
 * @param text plain text; lines end with a line feed
 */
@Serdeable
public record MessageResponse(
    UUID id,
    long number,
    AuthorityRef authority,
    @Nullable String author,
    boolean mine,
    String text,
    Instant at) {}
