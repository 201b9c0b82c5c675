/**
 * Whom an authority could work with: the ranked list of others, each explained from both sides, the
 * dismissal of a suggestion, the choice of what counts, what another choice would change, and who
 * has seen which. Owns the looks at the list; uses the index, the score, profiles (which keep the
 * weights) and ties.
 */
@Floor(7)
@NullMarked
package eu.bridgehall.matching;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
