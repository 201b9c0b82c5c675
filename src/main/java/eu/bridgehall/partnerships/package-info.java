/**
 * The way from interest to partnership; for now, introductions. Owns the introductions, uses the
 * profiles, the ties and the load of authorities, which it writes in its own transactions, and
 * publishes an event for each step; what follows acceptance (a conversation) is done by those
 * above.
 */
@Floor(8)
@NullMarked
package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
