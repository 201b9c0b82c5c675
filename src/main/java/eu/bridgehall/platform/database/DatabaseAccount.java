package eu.bridgehall.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * An account of the database.
 *
 * @param url of the database
 * @param username of the account
 * @param password empty where the database asks for none
 */
record DatabaseAccount(String url, String username, String password) {
  private static final String PATIENCE_SECONDS = "10";

  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    if (!username.isEmpty()) {
      properties.setProperty("user", username);
      properties.setProperty("password", password);
    }
    return DriverManager.getConnection(url, properties);
  }

  /** The same account, told without its password. */
  @Override
  public String toString() {
    return username;
  }
}
