package eu.bridgehall.partnerships;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an authority can still ask for. Only asking is limited, never answering.
 *
 * @param open how many introductions it has asked for that wait for somebody
 * @param openLimit how many such it may have at a time
 * @param week how many it has asked for in the last seven days; null where that is not limited
 * @param weekLimit how many it may ask for in seven days; null where that is not limited
 * @param newUntil until when it is new and has the lower limits; null where it is not
 * @param left how many more it can ask for now
 * @param possibleFrom from when it can ask again at the latest; null where it can, or where that is
 *     not known
 * @param againFrom from when it can ask this one again; null where nothing of the past stands
 *     between the two
 */
@Serdeable
public record IntroductionAllowance(
    int open,
    int openLimit,
    @Nullable Integer week,
    @Nullable Integer weekLimit,
    @Nullable Instant newUntil,
    int left,
    @Nullable Instant possibleFrom,
    @Nullable Instant againFrom) {}
