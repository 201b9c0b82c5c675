package eu.bridgehall.partnerships;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Why an introduction is declined or rejected, as a client sends it.
 *
 * @param reason id from the list of reasons for that step
 * @param text what else there is to say, at most 1000 characters; needed with the reason "other"
 */
@Serdeable
public record StepReason(@Nullable String reason, @Nullable String text) {}
