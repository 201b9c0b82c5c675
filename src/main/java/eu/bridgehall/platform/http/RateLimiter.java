package eu.bridgehall.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.bridgehall.kernel.DomainException;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts requests per limit and client, in memory: each service of several counts its own. */
@Singleton
public class RateLimiter {
  /** Beyond this many clients at once the longest silent are forgotten. */
  private static final int CLIENTS = 200_000;

  private final Map<String, RateLimitSettings> limits;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(Duration.ofHours(24)).build();

  RateLimiter(List<RateLimitSettings> limits) {
    this.limits =
        limits.stream().collect(Collectors.toMap(RateLimitSettings::name, Function.identity()));
  }

  /**
   * Counts one request.
   *
   * @param limit the name of a configured limit
   * @param client who asks: an address, an account
   * @throws DomainException.TooMany where that is one too many
   */
  public void count(String limit, String client) {
    RateLimitSettings settings = limits.get(limit);
    if (settings == null) {
      throw new IllegalStateException("No such rate limit is configured: " + limit);
    }
    ConsumptionProbe probe =
        buckets.get(limit + '|' + client, k -> bucket(settings)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new DomainException.TooMany(
          "error.tooMany", Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private static Bucket bucket(RateLimitSettings settings) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(settings.requests())
                .refillGreedy(settings.requests(), settings.period())
                .build())
        .build();
  }
}
