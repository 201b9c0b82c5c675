/**
 * The demonstration: authorities made of real places with invented needs, offers and wishes, the
 * people who act for them, and some introductions and conversations. It uses the services like
 * anybody else and stores nothing of its own but that it was loaded.
 */
@Floor(12)
@NullMarked
package eu.bridgehall.demo;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
