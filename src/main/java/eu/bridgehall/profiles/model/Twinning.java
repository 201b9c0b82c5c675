package eu.bridgehall.profiles.model;

import org.jspecify.annotations.Nullable;

/**
 * A twin town that the authority says it has.
 *
 * @param placeId the place, where it is in the gazetteer
 * @param name its name; with a place it may be left out
 * @param since year
 */
public record Twinning(@Nullable Long placeId, @Nullable String name, @Nullable Integer since) {}
