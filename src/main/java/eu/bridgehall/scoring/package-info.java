/**
 * The one definition of how well two authorities fit, as pure Java: criteria, weights, reciprocity,
 * gates, factors of the rank value and the explanation. It owns no data and uses no framework; who
 * calls it hands in two authorities as {@link eu.bridgehall.scoring.Columns} (or any {@link
 * eu.bridgehall.scoring.Candidate}) and gets numbers back. docs/matching.md says the same in words.
 */
@Floor(1)
@NullMarked
package eu.bridgehall.scoring;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
