package eu.bridgehall.accounts;

import eu.bridgehall.platform.retention.Retained;
import eu.bridgehall.platform.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How long sign-ups, links, sessions, invitations and counts of failures are kept. */
@Factory
class AccountRetention {
  private final RetentionSettings settings;
  private final AccountMeasureSettings measures;

  AccountRetention(RetentionSettings settings, AccountMeasureSettings measures) {
    this.settings = settings;
    this.measures = measures;
  }

  @Singleton
  Retained accountMeasures() {
    return new Retained(
        "account-measures", measures.keep(), "delete from account_measure where at < ?");
  }

  @Singleton
  Retained signUps() {
    return Retained.untilItsEnd("sign-ups", "delete from sign_up where expires_at < ?");
  }

  @Singleton
  Retained links() {
    return Retained.untilItsEnd("links", "delete from link_token where expires_at < ?");
  }

  @Singleton
  Retained sessions() {
    return new Retained(
        "sessions",
        settings.sessions(),
        "delete from session where coalesce(ended_at, expires_at) < ?");
  }

  @Singleton
  Retained knownNetworks() {
    return new Retained(
        "known-networks", settings.knownNetworks(), "delete from known_network where last_at < ?");
  }

  @Singleton
  Retained signInFailures() {
    return new Retained(
        "sign-in-failures",
        SignInThrottle.REMEMBERED,
        "delete from sign_in_failure where last_at < ?");
  }

  /** One that nobody answers is closed by the time at which it expires. */
  @Singleton
  Retained invitations() {
    return new Retained(
        "invitations",
        settings.invitations(),
        "delete from invitation where coalesce(closed_at, expires_at) < ?");
  }

  /**
   * Those that are open wait for somebody, but for offers whose time is over and for what somebody
   * has asked for who is no member any more, or owner by now.
   */
  @Singleton
  Retained ownershipChanges() {
    return new Retained(
        "ownership-changes",
        settings.ownershipChanges(),
        """
        delete from ownership_change c
         where coalesce(c.decided_at, c.ends_at) < ?
            or c.state = 'OPEN' and c.at < ? and not exists (
                 select 1 from membership m
                  where m.organisation_id = c.organisation_id and m.person_id = c.taker
                    and m.role <> 'OWNER')
        """);
  }
}
