/** Planted for the architecture test: a high package. */
@Floor(9)
@org.jspecify.annotations.NullMarked
package eu.bridgehall.architecture.planted.attic;

import eu.bridgehall.kernel.Floor;
