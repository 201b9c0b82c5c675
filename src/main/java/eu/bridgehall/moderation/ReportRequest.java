package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A report as a client sends it.
 *
 * @param reason id of a {@link ReportReason}
 * @param text up to 2,000 characters; needed for the reason {@code other}
 */
@Serdeable
public record ReportRequest(@Nullable String reason, @Nullable String text) {}
