/** The PostgreSQL that the service starts for itself when it is given none. */
@NullMarked
package eu.bridgehall.platform.embedded;

import org.jspecify.annotations.NullMarked;
