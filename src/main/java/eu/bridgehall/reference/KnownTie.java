package eu.bridgehall.reference;

/**
 * A twinning that a public list knows and nobody of the two places has confirmed here.
 *
 * @param placeId the place at the other end
 * @param sources the lists that have it, joined by a plus sign, for example {@code wikidata-2017}
 * @param clique whether it comes from a network in which every town is twinned with every other,
 *     which says nothing about what makes two towns fit
 */
public record KnownTie(long placeId, String sources, boolean clique) {}
