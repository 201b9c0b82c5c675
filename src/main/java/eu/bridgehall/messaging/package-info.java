/**
 * Conversations between organisations: authorities that an accepted introduction has put in touch,
 * several of them, an authority with its association or the secretariat. Owns the conversations,
 * their messages with files and former texts, how far each person has read, and reports to the
 * secretariat; uses introductions, ties, profiles and memberships; tells open pages that there is
 * something new; publishes an event for what is begun, written, read, changed, left and reported,
 * without its text.
 */
@Floor(9)
@NullMarked
package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
