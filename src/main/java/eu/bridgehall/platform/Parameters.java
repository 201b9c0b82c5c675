package eu.bridgehall.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fills the parameters of a query. */
@FunctionalInterface
public interface Parameters {
  /** Sets each of them. */
  void set(PreparedStatement statement) throws SQLException;
}
