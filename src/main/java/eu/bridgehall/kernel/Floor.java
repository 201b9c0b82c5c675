package eu.bridgehall.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The floor of the house a package stands on. A package uses only packages of lower floors; a
 * package without the annotation stands on the floor of the nearest package above it in its name.
 * The architecture test enforces it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Floor {
  /** 0 is the ground floor. */
  int value();
}
