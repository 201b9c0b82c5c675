/** Tests of the rules of profiles. */
@NullMarked
package eu.bridgehall.moderation.model;

import org.jspecify.annotations.NullMarked;
