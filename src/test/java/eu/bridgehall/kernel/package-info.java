@NullMarked
package eu.bridgehall.kernel;

import org.jspecify.annotations.NullMarked;
