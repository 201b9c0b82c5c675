package eu.bridgehall.web;

import eu.bridgehall.matching.PairView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How well two authorities fit.
 *
 * @param from the one that the reader acts for
 * @param to the other
 * @param pair null where there is nothing to be said
 * @param refusal why there is nothing to be said, in the reader's language; null otherwise
 * @param mayAsk whether the reader may ask for an introduction now
 */
public record FitView(
    UUID from,
    String fromName,
    UUID to,
    String toName,
    @Nullable PairView pair,
    @Nullable String refusal,
    boolean mayAsk) {}
