/**
 * With which accounts of the database the service works: one that owns the tables changes their
 * form at the start, another that may only read and write rows does everything else.
 */
@NullMarked
package eu.bridgehall.platform.database;

import org.jspecify.annotations.NullMarked;
