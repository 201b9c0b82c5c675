/**
 * What waits for a person to decide: the words in which features tell the moderation queue of it,
 * and the guard that they ask before somebody decides.
 */
@NullMarked
package eu.bridgehall.platform.waiting;

import org.jspecify.annotations.NullMarked;
