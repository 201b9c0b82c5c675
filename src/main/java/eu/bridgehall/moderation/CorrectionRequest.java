package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * That what was hidden has been corrected.
 *
 * @param content what the message says from now on, up to 10,000 characters; a profile is corrected
 *     before, where it is edited
 * @param note what there is to say to it, up to 4,000 characters
 */
@Serdeable
public record CorrectionRequest(@Nullable String content, @Nullable String note) {}
