/** The append-only log of who did what to whom, and why. */
@Floor(2)
@NullMarked
package eu.bridgehall.audit;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
