/** Planted for the architecture test: a low package that wrongly uses a high one. */
@Floor(1)
@org.jspecify.annotations.NullMarked
package eu.bridgehall.architecture.planted.cellar;

import eu.bridgehall.kernel.Floor;
