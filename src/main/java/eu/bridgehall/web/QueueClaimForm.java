package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does about working on a thing of the queue.
 *
 * @param act {@code claim}, {@code take} or {@code release}
 * @param to address of the page on which she did it
 */
@Serdeable
public record QueueClaimForm(
    @Nullable String kind, @Nullable UUID subject, @Nullable String act, @Nullable String to) {}
