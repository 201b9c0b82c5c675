package eu.bridgehall.platform.database;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Lets the owner of the tables change their form where the service works under another account. */
@Singleton
@Named(OwnerMigrates.DEFAULT)
class OwnerMigrates implements FlywayConfigurationCustomizer {
  static final String DEFAULT = "default";

  private final ServiceAccount accounts;

  OwnerMigrates(ServiceAccount accounts) {
    this.accounts = accounts;
  }

  @Override
  public void customizeFluentConfiguration(FluentConfiguration flyway) {
    accounts
        .owner()
        .ifPresent(owner -> flyway.dataSource(owner.url(), owner.username(), owner.password()));
  }

  @Override
  public String getName() {
    return DEFAULT;
  }
}
