/**
 * Finding authorities: full-text search with facets, and the index that it, and matching, read.
 * Owns the snapshots of theme rarity and the follower that keeps the index at what the database
 * says; uses profiles, ties and reference data. Publishes no event: what it does follows from
 * others'.
 */
@Floor(6)
@NullMarked
package eu.bridgehall.discovery;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
