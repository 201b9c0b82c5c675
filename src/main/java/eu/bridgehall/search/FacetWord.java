package eu.bridgehall.search;

/**
 * A word or two by which people call a code of a facet: "district heating" is energy.
 *
 * @param language ISO 639-1, one whose texts the index knows to stem
 * @param words as they are written, in any of their forms
 */
public record FacetWord(Facet facet, String code, String language, String words) {}
