package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.waiting.AppealGuard;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Until when a decision can still be found wrong. */
@Singleton
class AppealTimes implements AppealGuard {
  private final AppealRepository appeals;
  private final ModerationSettings settings;
  private final Clock clock;

  AppealTimes(AppealRepository appeals, ModerationSettings settings, Clock clock) {
    this.appeals = appeals;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void mustBeFinal(UUID authority) {
    if (appeals.isContestable(authority, clock.instant().minus(settings.appealWithin()))) {
      throw new DomainException.Conflict("moderation.appeal.possible");
    }
  }
}
