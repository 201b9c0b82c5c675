/** Tests of the rules of profiles. */
@NullMarked
package eu.bridgehall.profiles.model;

import org.jspecify.annotations.NullMarked;
