package eu.bridgehall.platform.start;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a setting that is text, or each text of a list, is written. An empty one is not set. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Written {
  /** The regular expression that the whole text matches. */
  String pattern();

  /** What is right, as the end of a sentence: "it must be …". */
  String as();
}
