package eu.bridgehall.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often one client may call an endpoint: the setting {@code
 * bridgehall.rate-limits.<value>.requests} per {@code bridgehall.rate-limits.<value>.period}.
 * Beyond it the answer is 429 with Retry-After.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RateLimited {
  /** The name of the limit; endpoints with the same name share it. */
  String value();
}
