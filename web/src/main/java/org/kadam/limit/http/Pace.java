package org.kadam.limit.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast somebody may ask: so many at once, and as many again in each minute that follows (a
 * token bucket, on this node alone). Whoever has been quiet for two minutes is forgotten.
 */
final class Pace {

  private static final int MOST_KNOWN = 200_000;

  private final LoadingCache<String, Bucket> buckets;

  /**
   * @param aMinute how many requests, at once and a minute
   */
  Pace(int aMinute) {
    Bandwidth bandwidth =
        Bandwidth.builder().capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)).build();
    buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(who -> Bucket.builder().addLimit(bandwidth).build());
  }

  /** Counts a request; 0 if it is within the pace, else the seconds after which the next one is. */
  long wait(String who) {
    ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() - 1) + 1);
  }
}
