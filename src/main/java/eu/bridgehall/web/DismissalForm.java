package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * "Not for us", or that it was a mistake.
 *
 * @param other the authority that is not for us
 * @param reason id of a reason; null where it is taken back
 */
@Serdeable
public record DismissalForm(@Nullable UUID other, @Nullable String reason, @Nullable String undo) {}
