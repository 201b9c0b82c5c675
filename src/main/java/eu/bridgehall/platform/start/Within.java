package eu.bridgehall.platform.start;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The range of a setting that is a number or a span of time, where the usual one does not fit:
 * numbers from 1 to a million, spans of time from a millisecond to ten years.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Within {
  /** The least that is right, written as the setting is. */
  String min();

  /** The most that is right, written as the setting is. */
  String max();
}
