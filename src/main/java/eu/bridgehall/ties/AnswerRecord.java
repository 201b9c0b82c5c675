package eu.bridgehall.ties;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How an authority answers requests, as others may know it.
 *
 * @param few whether there were too few requests to say anything; then nothing is said
 * @param requests requests that were answered, or should have been
 * @param answered of those, the ones answered, either way
 * @param days within which half of the answers came, at least 1; null without an answer
 */
@Serdeable
public record AnswerRecord(
    boolean few, @Nullable Integer requests, @Nullable Integer answered, @Nullable Integer days) {}
