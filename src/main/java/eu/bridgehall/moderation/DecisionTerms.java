package eu.bridgehall.moderation;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the decisions whose term is over, each by itself: one that cannot be ended keeps no other
 * from it. Several services may run it: each is ended once.
 */
@Singleton
class DecisionTerms {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionTerms.class);
  private static final int BATCH = 50;

  private final Decisions decisions;

  DecisionTerms(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * Walks all that are over, a batch at a time: what cannot be ended is tried anew the next time.
   */
  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  void run() {
    List<UUID> batch = decisions.listExpired(null, BATCH);
    while (!batch.isEmpty()) {
      batch.forEach(this::expire);
      batch = decisions.listExpired(batch.getLast(), BATCH);
    }
  }

  private void expire(UUID id) {
    try {
      decisions.expire(id);
    } catch (RuntimeException e) {
      LOG.error("The decision {} cannot be ended although its term is over", id, e);
    }
  }
}
