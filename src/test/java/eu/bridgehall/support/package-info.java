/** Fixtures of the tests, for Java and Groovy alike. */
@NullMarked
package eu.bridgehall.support;

import org.jspecify.annotations.NullMarked;
