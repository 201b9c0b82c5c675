package eu.bridgehall.platform.start;

import eu.bridgehall.platform.CannotStart;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Looks whether the operator's database answers, where there is one. */
@Singleton
class DatabaseWithinReach {
  private static final int OLDEST = 18;
  private static final String PATIENCE_SECONDS = "10";

  DatabaseWithinReach(
      @Nullable @Property(name = "datasources.default.url") String url,
      @Nullable @Property(name = "datasources.default.username") String username,
      @Nullable @Property(name = "datasources.default.password") String password) {
    if (url != null && !url.isBlank()) {
      check(url, username, password);
    }
  }

  private static void check(String url, @Nullable String username, @Nullable String password) {
    Properties properties = new Properties();
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    if (username != null) {
      properties.setProperty("user", username);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    String shown = shown(url);
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new CannotStart(
            "The database " + shown + " is PostgreSQL " + version + ": it must be 18 or newer.");
      }
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
      throw new CannotStart(
          "The database "
              + shown
              + " cannot be reached: "
              + shown(reason)
              + " Look at DATASOURCES_DEFAULT_URL (such as"
              + " jdbc:postgresql://localhost:5432/bridgehall), DATASOURCES_DEFAULT_USERNAME and"
              + " DATASOURCES_DEFAULT_PASSWORD.",
          e);
    }
  }

  /** Without what may hold a password: before an at sign, and after a question mark. */
  private static String shown(String text) {
    return text.replaceAll("//[^/\\s]*@", "//").replaceAll("\\?\\S*", "");
  }
}
