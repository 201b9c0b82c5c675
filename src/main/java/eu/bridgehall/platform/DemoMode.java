package eu.bridgehall.platform;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Whether this service is a demonstration: with invented data, and sign-ins whose password
 * everybody knows. Unless {@code bridgehall.demo} says so, it is on the embedded database and is
 * not on one of the operator's.
 */
@Singleton
public class DemoMode {
  private final boolean on;

  DemoMode(Environment environment, @Nullable @Property(name = "bridgehall.demo") Boolean demo) {
    this.on = demo != null ? demo : !environment.containsProperty("datasources.default.url");
  }

  /** Whether demo data are loaded and their people may sign in. */
  public boolean isOn() {
    return on;
  }
}
