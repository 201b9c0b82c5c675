/**
 * What every feature stands on: errors as problem documents, the outbox, jobs, the clock,
 * languages, rate limits, the embedded PostgreSQL.
 */
@Floor(1)
@NullMarked
package eu.bridgehall.platform;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
