/**
 * Conversations between two authorities that an accepted introduction has put in touch. Owns the
 * conversations, their messages and how far each person has read; uses introductions, ties and
 * memberships; publishes an event for each conversation and each message, without its text.
 */
@Floor(9)
@NullMarked
package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
