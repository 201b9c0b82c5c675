package eu.bridgehall.reference;

import eu.bridgehall.platform.start.StartChecks;
import eu.bridgehall.search.PlaceIndex;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Loads the reference data and makes the place index before the service accepts requests, and
 * before any other listener of the start; once they are there, that takes a moment only.
 */
@Singleton
@Requires(notEnv = StartChecks.READING)
class ReferenceStart implements ApplicationEventListener<StartupEvent>, Ordered {
  private final DataSource dataSource;
  private final PlaceIndex index;

  ReferenceStart(DataSource dataSource, PlaceIndex index) {
    this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    this.index = index;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    try (Connection connection = dataSource.getConnection()) {
      ReferenceLoader.load(connection);
      PlaceIndexing.bringUpToDate(connection, index);
    } catch (SQLException e) {
      throw new IllegalStateException("The reference data cannot be loaded", e);
    }
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
