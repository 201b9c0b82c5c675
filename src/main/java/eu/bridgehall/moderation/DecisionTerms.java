package eu.bridgehall.moderation;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ends the decisions whose term is over. Several services may run it: each is ended once. */
@Singleton
class DecisionTerms {
  private static final int BATCH = 50;

  private final DecisionRepository repository;
  private final Decisions decisions;
  private final Clock clock;

  DecisionTerms(DecisionRepository repository, Decisions decisions, Clock clock) {
    this.repository = repository;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** A batch each time: what is left is taken up the next time. */
  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  @Transactional
  void run() {
    repository.lockExpired(clock.instant(), BATCH).forEach(decisions::expire);
  }
}
