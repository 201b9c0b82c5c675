package eu.bridgehall.reference;

/**
 * Two places that a public list says are twinned.
 *
 * @param clique whether both are so as members of a network in which every town is twinned with
 *     every other
 */
public record PlaceTie(long placeA, long placeB, boolean clique) {}
