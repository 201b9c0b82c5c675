package eu.bridgehall.partnerships;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two authorities that are not to be put in touch, as a client sends it.
 *
 * @param reason for the secretariat alone, 3 to 1000 characters
 */
@Serdeable
public record ForbidPair(@Nullable UUID one, @Nullable UUID other, @Nullable String reason) {}
