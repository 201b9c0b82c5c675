package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view as a client sends it.
 *
 * @param name at most 60 characters, another one for each view of a person
 * @param kinds ids of the kinds; all where there is none
 * @param country ISO 3166-1 alpha-2; null for all
 * @param claimed {@code all} where it is left out
 */
@Serdeable
public record QueueViewRequest(
    @Nullable String name,
    @Nullable List<String> kinds,
    @Nullable String country,
    @Nullable String claimed,
    @Nullable Boolean flagged) {}
