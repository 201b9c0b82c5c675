/**
 * What people are told outside the pages: mails, written in their language. Owns the queue of
 * mails. Uses the accounts for addresses and for the tokens of links; the features' events tell it
 * what has happened. Publishes nothing.
 */
@Floor(11)
@NullMarked
package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
