/**
 * What people are told: notices in a list of their own on the pages, and mails, written in their
 * language, at once or in digests, as each has chosen. Owns the notices, the choices and the queue
 * of mails. The features' events tell it what has happened; before a mail is written it asks them
 * again whether its reader may still know. Uses the accounts for addresses and for the tokens of
 * links. Publishes nothing.
 */
@Floor(11)
@NullMarked
package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
