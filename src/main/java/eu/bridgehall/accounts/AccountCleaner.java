package eu.bridgehall.accounts;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes what is of no use any more: old sign-ups, links, sessions, counts of failures. */
@Singleton
class AccountCleaner {
  private static final Duration KEEP_SESSIONS = Duration.ofDays(30);
  private static final Duration KEEP_NETWORKS = Duration.ofDays(180);

  private final SignUpRepository signUps;
  private final LinkTokenRepository links;
  private final SessionRepository sessions;
  private final InvitationRepository invitations;
  private final KnownNetworks networks;
  private final SignInThrottle throttle;
  private final Clock clock;

  AccountCleaner(
      SignUpRepository signUps,
      LinkTokenRepository links,
      SessionRepository sessions,
      InvitationRepository invitations,
      KnownNetworks networks,
      SignInThrottle throttle,
      Clock clock) {
    this.signUps = signUps;
    this.links = links;
    this.sessions = sessions;
    this.invitations = invitations;
    this.networks = networks;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "5m")
  @Transactional
  void clean() {
    Instant now = clock.instant();
    signUps.deleteExpired(now);
    links.deleteExpired(now);
    sessions.deleteOver(now.minus(KEEP_SESSIONS));
    invitations.closeExpired(now);
    networks.deleteUnused(now.minus(KEEP_NETWORKS));
    throttle.forget();
  }
}
