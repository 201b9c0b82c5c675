/** The pages. They call the same services and the same API as every other client. */
@Floor(12)
@NullMarked
package eu.bridgehall.web;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
