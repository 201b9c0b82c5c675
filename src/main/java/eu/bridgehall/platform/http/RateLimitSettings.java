package eu.bridgehall.platform.http;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.time.Duration;

/**
 * One rate limit.
 *
 * @param name what {@link RateLimited} calls it
 * @param requests how many requests of one client are answered per period, at once or spread
 * @param period in which that many become available again
 */
@EachProperty("bridgehall.rate-limits")
public record RateLimitSettings(
    @Parameter String name, int requests, @Within(min = "1s", max = "365d") Duration period) {}
