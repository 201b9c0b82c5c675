/**
 * What the secretariat decides about what is said and done here. Owns the reports, the decisions
 * with their reasons, and the appeals against them; uses conversations, profiles and what an
 * authority may do. Publishes an event for what is reported, decided, ended and appealed, without
 * its text.
 */
@Floor(10)
@NullMarked
package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
