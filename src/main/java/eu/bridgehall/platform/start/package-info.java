/**
 * What is looked at before anything is begun: whether every setting is right, the port free, the
 * data folder writable and the database within reach. What is not ends the start in one line.
 */
@NullMarked
package eu.bridgehall.platform.start;

import org.jspecify.annotations.NullMarked;
