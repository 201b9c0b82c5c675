/**
 * The rules of profiles without any framework: what a profile consists of, its steps and who may
 * take them, who may see what, how complete it is.
 */
@NullMarked
package eu.bridgehall.profiles.model;

import org.jspecify.annotations.NullMarked;
