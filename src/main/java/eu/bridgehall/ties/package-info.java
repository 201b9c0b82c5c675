/**
 * What stands between two authorities (partner, introduction open or accepted, blocked, forbidden,
 * dismissed), and how much is asked of an authority and how it answers. Higher floors write it in
 * their own transaction; gates, visibility of contacts and permission to write read it.
 */
@Floor(3)
@NullMarked
package eu.bridgehall.ties;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
