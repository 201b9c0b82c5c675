package eu.bridgehall.reference;

import eu.bridgehall.search.PlaceHit;

/**
 * A place that a search has found.
 *
 * @param place the place
 * @param closeness how near one of its names comes to what was typed
 */
public record FoundPlace(Place place, PlaceHit.Closeness closeness) {}
