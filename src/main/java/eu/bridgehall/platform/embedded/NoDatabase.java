package eu.bridgehall.platform.embedded;

import eu.bridgehall.platform.CannotStart;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/**
 * Ends the start with what is missing where there is neither a database URL nor an embedded
 * database, as in the package without one.
 */
@Context
@Requires(missingClasses = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
@Requires(missingProperty = "datasources.default.url")
class NoDatabase {
  NoDatabase() {
    throw new CannotStart(
        "This package has no database of its own: set DATASOURCES_DEFAULT_URL,"
            + " DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD");
  }
}
