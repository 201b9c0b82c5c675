/**
 * Whom an authority could work with: the ranked list of others, each explained from both sides, and
 * the dismissal of a suggestion. Owns no table; uses the index, the score, profiles and ties.
 */
@Floor(7)
@NullMarked
package eu.bridgehall.matching;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
