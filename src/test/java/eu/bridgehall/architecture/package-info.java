/** What holds the house together, checked. */
@NullMarked
package eu.bridgehall.architecture;

import org.jspecify.annotations.NullMarked;
