package eu.bridgehall.notifications;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that was given up.
 *
 * @param kind the name of the mail
 * @param about what it is about: {@code introductions}, {@code messages}, {@code profiles}, {@code
 *     reports}, {@code account}; or {@code digest}
 * @param recipient of the address the first letter and the domain, by which a fault is found
 * @param reason what the mail server, or the way to it, said last; the address in it is shortened
 *     too
 * @param attempts how often it was tried
 */
@Serdeable
public record DeadMail(
    UUID id,
    String kind,
    String about,
    String recipient,
    String reason,
    int attempts,
    Instant createdAt,
    Instant givenUpAt) {}
