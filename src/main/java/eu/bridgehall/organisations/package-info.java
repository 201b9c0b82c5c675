/**
 * One row for each authority, each national association and the secretariat; its id is the public
 * id in every URL; and what an authority may not do for a time. Owns these two tables, uses nothing
 * but the platform, publishes no event: the features that make or restrict an organisation publish
 * theirs.
 */
@Floor(3)
@NullMarked
package eu.bridgehall.organisations;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
