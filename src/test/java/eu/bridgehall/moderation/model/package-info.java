/** Tests of the rules of decisions. */
@NullMarked
package eu.bridgehall.moderation.model;

import org.jspecify.annotations.NullMarked;
