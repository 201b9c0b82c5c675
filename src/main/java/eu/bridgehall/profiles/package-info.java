/**
 * What authorities publish of themselves, and its life from the first draft to the archive. Owns
 * the profiles, their history, the weights that an authority has chosen, claims on places that are
 * taken and notes on who is entitled to act. Uses reference data, organisations, ties and
 * memberships. Publishes an event for each step; {@link eu.bridgehall.profiles.ProfileChanged} goes
 * with every one.
 */
@Floor(5)
@NullMarked
package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
