/**
 * What everybody knows: countries, regions, places with their figures, themes, languages and the
 * other lists that a profile chooses from. Owns the tables of the reference data and loads them
 * from the files in {@code reference/}; uses the place index of {@code search}; publishes {@link
 * eu.bridgehall.reference.Places}, {@link eu.bridgehall.reference.Themes}, {@link
 * eu.bridgehall.reference.Regions} and the other lists, which nobody changes while the service
 * runs.
 */
@Floor(3)
@NullMarked
package eu.bridgehall.reference;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
