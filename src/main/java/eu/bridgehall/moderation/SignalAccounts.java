package eu.bridgehall.moderation;

import eu.bridgehall.accounts.NewMembers;
import eu.bridgehall.accounts.NewMembers.Joined;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.ProfileStarters;
import eu.bridgehall.profiles.model.MailDomainHint;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks at accounts by what they have come to act for. Who registers an authority is looked at with
 * its profile; here it is about who joins one that is confirmed, from an address elsewhere, and
 * about who starts many that nobody has confirmed.
 */
@Singleton
class SignalAccounts {
  private static final Set<MailDomainHint> DOUBTFUL =
      EnumSet.of(MailDomainHint.OTHER, MailDomainHint.FREE_MAIL);

  /** Somebody who has joined says when, and is seen once that transaction has ended. */
  private static final Duration LATE = Duration.ofHours(1);

  private final NewMembers members;
  private final ProfileStarters starters;
  private final ProfileDirectory profiles;
  private final SignalKeeper flags;
  private final SignalSettings settings;
  private final JdbcOperations jdbc;
  private final Clock clock;

  SignalAccounts(
      NewMembers members,
      ProfileStarters starters,
      ProfileDirectory profiles,
      SignalKeeper flags,
      SignalSettings settings,
      JdbcOperations jdbc,
      Clock clock) {
    this.members = members;
    this.starters = starters;
    this.profiles = profiles;
    this.flags = flags;
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Looks at what has come since the last time and what may have come late; one at a time, also of
   * several services. What has been looked at before stays as it was left.
   */
  @Scheduled(
      fixedDelay = "${bridgehall.signals.check-every:15m}",
      initialDelay = "${bridgehall.signals.check-every:15m}")
  @Transactional
  void check() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant before = moveOn(now).minus(LATE);
    List<Joined> joined = members.list(before, now);
    Map<UUID, Profile> authorities =
        profiles.list(joined.stream().map(Joined::authority).collect(Collectors.toSet()));
    for (Joined one : joined) {
      Profile profile = authorities.get(one.authority());
      if (profile != null && isDoubtful(one, profile)) {
        flag(one.person(), profile.id(), Signal.MAIL_DOMAIN, one.emailDomain());
      }
    }
    starters
        .list(settings.places(), before)
        .forEach(s -> flag(s.person(), s.latest(), Signal.MANY_PLACES, String.valueOf(s.count())));
  }

  /** An owner or editor who came after the confirmation, from an address elsewhere. */
  private static boolean isDoubtful(Joined joined, Profile profile) {
    Instant confirmed = profile.confirmedAt();
    return !profile.demo()
        && confirmed != null
        && joined.since().isAfter(confirmed)
        && joined.role().includes(MemberRole.EDITOR)
        && profile.status().takesPart()
        && DOUBTFUL.contains(MailDomainHint.of(joined.emailDomain(), profile.content().website()));
  }

  private void flag(UUID person, UUID authority, Signal signal, String what) {
    flags.put(
        new SignalKeeper.Thing(SignalSubject.ACCOUNT, person, authority, null, true),
        SignalFound.of(Set.of(signal), what));
  }

  /** Gives up to when was looked before, and notes that it is now. */
  private Instant moveOn(Instant now) {
    jdbc.prepareStatement(
        "insert into account_signals (up_to) values (?) on conflict do nothing",
        s -> {
          s.setObject(1, now.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
    Instant before =
        jdbc.prepareStatement(
            "select up_to from account_signals for update",
            s -> {
              try (ResultSet rows = s.executeQuery()) {
                rows.next();
                return rows.getObject(1, OffsetDateTime.class).toInstant();
              }
            });
    jdbc.prepareStatement(
        "update account_signals set up_to = ?",
        s -> {
          s.setObject(1, now.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
    return before;
  }
}
