/**
 * Measures and learns the matching from files of real twinnings, without a database: the command
 * lines {@code learn} and {@code evaluate}. Uses the score and the engine as the service does, and
 * keeps nothing.
 */
@Floor(11)
@NullMarked
package eu.bridgehall.evaluation;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
