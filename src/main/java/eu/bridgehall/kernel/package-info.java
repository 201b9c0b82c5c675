/**
 * The ground floor: words that every other package speaks. Ids, the {@link
 * eu.bridgehall.kernel.Actor} on whose behalf something happens, positions, the family of errors,
 * and the shape of a domain event. No framework and no input or output.
 */
@Floor(0)
@NullMarked
package eu.bridgehall.kernel;

import org.jspecify.annotations.NullMarked;
