package eu.bridgehall.support;

import eu.bridgehall.reference.ReferenceLoader;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanInitializedEventListener;
import io.micronaut.context.event.BeanInitializingEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Gives each application context of the tests a database of its own: a clone of one that is
 * migrated and filled with the reference data once per JVM, and, where it is a demonstration, with
 * the demonstration once more.
 */
@Singleton
@Requires(property = "bridgehall.test-database", value = "true")
public class TestDatabase implements BeanInitializedEventListener<DatasourceConfiguration> {
  private static final String TEMPLATE = "bridgehall_template";
  private static final String DEMO_TEMPLATE = "bridgehall_demo";
  private static final AtomicInteger CLONES = new AtomicInteger();

  private final String database;

  /**
   * @param demo whether the context is a demonstration
   * @param loads whether it is to load the demonstration by itself
   * @param given the database that it is to have, empty for a new one
   */
  TestDatabase(
      @Property(name = "bridgehall.demo", defaultValue = "false") boolean demo,
      @Property(name = "bridgehall.test-demo-loads", defaultValue = "false") boolean loads,
      @Property(name = "bridgehall.test-database-url", defaultValue = "") String given) {
    this.database = !given.isEmpty() ? given : demo && !loads ? newDemo() : newDatabase();
  }

  /** JDBC URL of a new database with everything in it that a fresh installation has. */
  public static synchronized String newDatabase() {
    return clone(TEMPLATE);
  }

  /**
   * JDBC URL of a new database with the demonstration in it, as the service itself has loaded it.
   */
  public static synchronized String newDemo() {
    return clone(Demo.DATABASE);
  }

  private static String clone(String template) {
    String name = "context_" + CLONES.incrementAndGet();
    Server.execute("create database " + name + " template " + template);
    return Server.url(name);
  }

  /** JDBC URL of a new database with nothing in it. */
  public static synchronized String emptyDatabase() {
    String name = "empty_" + CLONES.incrementAndGet();
    Server.execute("create database " + name);
    return Server.url(name);
  }

  /** Executes statements as the owner of the tables, which the account of the service is not. */
  public static void asOwner(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public DatasourceConfiguration onInitialized(
      BeanInitializingEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration configuration = event.getBean();
    configuration.setUrl(database);
    configuration.setUsername("postgres");
    configuration.setPassword("postgres");
    return configuration;
  }

  private static final class Demo {
    private static final String DATABASE = load();

    private static String load() {
      Server.execute("create database " + DEMO_TEMPLATE + " template " + TEMPLATE);
      Map<String, Object> settings =
          Map.of(
              "bridgehall.demo", true, "bridgehall.test-database-url", Server.url(DEMO_TEMPLATE));
      ApplicationContext.run(settings, "test").close();
      // they stay as they were first asked for; each context asks by its own settings
      Server.execute(DEMO_TEMPLATE, "delete from review_rules");
      return DEMO_TEMPLATE;
    }
  }

  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                // the data are thrown away, so nothing need reach the disk
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "300")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        try (Connection c = postgres.getPostgresDatabase().getConnection();
            Statement s = c.createStatement()) {
          s.execute("create database " + TEMPLATE);
        }
        fill(postgres);
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void fill(EmbeddedPostgres postgres) throws SQLException {
      DataSource template = postgres.getDatabase("postgres", TEMPLATE);
      Flyway.configure().dataSource(template).locations("classpath:db/migration").load().migrate();
      try (Connection connection = template.getConnection()) {
        ReferenceLoader.load(connection);
      }
    }

    static String url(String database) {
      return "jdbc:postgresql://127.0.0.1:" + POSTGRES.getPort() + "/" + database;
    }

    static void execute(String sql) {
      execute("postgres", sql);
    }

    static void execute(String database, String sql) {
      try (Connection c = POSTGRES.getDatabase("postgres", database).getConnection();
          Statement s = c.createStatement()) {
        s.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
