package eu.bridgehall.platform.embedded;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanInitializedEventListener;
import io.micronaut.context.event.BeanInitializingEvent;
import jakarta.inject.Singleton;

/**
 * Points the unconfigured default data source at the embedded server. It must be a {@code
 * BeanInitializedEventListener}: that one is called before the configuration's {@code
 * PostConstruct}, which refuses a data source without a URL.
 */
@Singleton
@Requires(bean = EmbeddedPostgresServer.class)
class EmbeddedPostgresDatasource implements BeanInitializedEventListener<DatasourceConfiguration> {
  private final EmbeddedPostgresServer server;

  EmbeddedPostgresDatasource(EmbeddedPostgresServer server) {
    this.server = server;
  }

  @Override
  public DatasourceConfiguration onInitialized(
      BeanInitializingEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration configuration = event.getBean();
    if ("default".equals(configuration.getName())) {
      configuration.setUrl(server.url());
      configuration.setUsername(EmbeddedPostgresServer.USER);
      // the server listens on the loopback address only and trusts it: there is no password to keep
      configuration.setPassword("");
    }
    return configuration;
  }
}
