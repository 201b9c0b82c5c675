/** Planted for the architecture test: a neighbour on the high floor. */
@Floor(9)
@org.jspecify.annotations.NullMarked
package eu.bridgehall.architecture.planted.aside;

import eu.bridgehall.kernel.Floor;
