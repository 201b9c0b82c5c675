/**
 * How long what is of no use any more is kept. Each feature says it for its own tables; one job
 * deletes.
 */
@NullMarked
package eu.bridgehall.platform.retention;

import org.jspecify.annotations.NullMarked;
