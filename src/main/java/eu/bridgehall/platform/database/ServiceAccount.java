package eu.bridgehall.platform.database;

import eu.bridgehall.platform.CannotStart;
import eu.bridgehall.platform.SigningKey;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the service work under an account that owns no table: it cannot change or delete the entries
 * of the audit log, nor take away what guards them. The account is named after the database, {@code
 * bridgehall_service} for {@code bridgehall}. Where the configured one may make accounts, it is
 * made here, with a password that comes of the signing key; where an operator has made it, {@code
 * bridgehall.database-owner} names the one that owns the tables.
 */
@Singleton
class ServiceAccount implements BeanCreatedEventListener<DatasourceConfiguration> {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceAccount.class);
  private static final String SUFFIX = "_service";

  private static final String UNGUARDED =
      "The service works under {}, which owns its tables: of the audit log nothing but a trigger"
          + " keeps it. docs/operations.md says how to give it an account of its own.";

  /** What PostgreSQL says to whoever has not the right. */
  private static final String MAY_NOT = "42501";

  private final @Nullable String ownerName;
  private final String ownerPassword;
  private final BeanProvider<SigningKey> key;
  private volatile @Nullable DatabaseAccount owner;

  ServiceAccount(
      @Nullable @Property(name = "bridgehall.database-owner.username") String ownerName,
      @Property(name = "bridgehall.database-owner.password", defaultValue = "")
          String ownerPassword,
      BeanProvider<SigningKey> key) {
    this.ownerName = ownerName == null || ownerName.isBlank() ? null : ownerName.strip();
    this.ownerPassword = ownerPassword;
    this.key = key;
  }

  /** The account that owns the tables, where it is another than the one the service works under. */
  Optional<DatabaseAccount> owner() {
    return Optional.ofNullable(owner);
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration source = event.getBean();
    if ("default".equals(source.getName())) {
      separate(source);
    }
    return source;
  }

  private void separate(DatasourceConfiguration source) {
    DatabaseAccount given =
        new DatabaseAccount(
            source.getUrl(), text(source.getUsername()), text(source.getPassword()));
    if (ownerName != null) {
      owner = named(given);
      return;
    }
    Connection connection;
    try {
      connection = given.connect();
    } catch (SQLException e) {
      LOG.debug("The pool says what is wrong with the one account that there is", e);
      return;
    }
    try (connection) {
      DatabaseAccount service = new DatabaseAccount(given.url(), name(connection), password());
      if (letIn(connection, service)) {
        source.setUsername(service.username());
        source.setPassword(service.password());
        owner = given;
      }
    } catch (SQLException e) {
      LOG.warn(UNGUARDED, given, e);
    }
  }

  /** The operator's own choice, with one account for each. */
  private DatabaseAccount named(DatabaseAccount given) {
    DatabaseAccount named = new DatabaseAccount(given.url(), text(ownerName), ownerPassword);
    try (Connection connection = named.connect()) {
      String name = name(connection);
      if (!name.equals(given.username())) {
        throw new CannotStart(
            "The setting datasources.default.username is \""
                + given
                + "\": where bridgehall.database-owner.username is set it must be "
                + name
                + ", which is given its rights under that name.");
      }
      return named;
    } catch (SQLException e) {
      throw new CannotStart(
          "The account of bridgehall.database-owner.username is not let in: " + e.getMessage(), e);
    }
  }

  /** Whether the account can be used; it is made, or given its password, where it is not there. */
  private static boolean letIn(Connection connection, DatabaseAccount account) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // of two services that start on one database, one makes it and the other finds it
      statement.execute("select pg_advisory_lock(hashtext('bridgehall service account'))");
    }
    if (isGood(account) || (make(connection, account) && isGood(account))) {
      return true;
    }
    LOG.warn(UNGUARDED, connection.getMetaData().getUserName());
    return false;
  }

  private static String name(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_database()")) {
      row.next();
      return row.getString(1) + SUFFIX;
    }
  }

  private String password() {
    byte[] secret = key.get().derive("database-account");
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Whether it is let in, and the address of the database names no other. */
  private static boolean isGood(DatabaseAccount account) {
    try (Connection connection = account.connect()) {
      return account.username().equals(connection.getMetaData().getUserName());
    } catch (SQLException e) {
      LOG.debug("The account {} is not let in", account, e);
      return false;
    }
  }

  /** Makes the account, or gives it the password; false where this one may not. */
  private static boolean make(Connection connection, DatabaseAccount account) throws SQLException {
    try {
      if (!exists(connection, account.username())) {
        create(connection, account.username());
      }
      // hashed here already, so that no log of the database holds it
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(account.username(), account.password().toCharArray(), null);
      return true;
    } catch (SQLException e) {
      if (MAY_NOT.equals(e.getSQLState())) {
        LOG.debug("No account may be made here", e);
        return false;
      }
      throw e;
    }
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void create(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create role " + statement.enquoteIdentifier(name, true) + " login");
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
