/**
 * The one definition of how well two authorities fit, as pure Java: criteria, weights, reciprocity,
 * explanation. No framework.
 */
@Floor(1)
@NullMarked
package eu.bridgehall.scoring;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
