/** The entry: starts the service and reads the command line. */
@Floor(20)
@NullMarked
package eu.bridgehall;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
