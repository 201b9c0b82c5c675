package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.platform.SigningKey;
import eu.bridgehall.platform.http.SecurityLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions and their refresh tokens. Each refresh token is good once and gives the next; used again
 * within the grace time (an answer was lost, two tabs woke at once) it gives the same next one,
 * used later it ends the session, for then two have it. The next token is computed from the one
 * that is presented, so that the same can be given again though no token is kept.
 */
@Singleton
public class Sessions {
  private final SessionRepository sessions;
  private final AccessTokens accessTokens;
  private final AccountSettings settings;
  private final Clock clock;
  private final SecurityLog log;
  private final byte[] successorKey;

  Sessions(
      SessionRepository sessions,
      AccessTokens accessTokens,
      AccountSettings settings,
      Clock clock,
      SecurityLog log,
      SigningKey signingKey) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.settings = settings;
    this.clock = clock;
    this.log = log;
    this.successorKey = signingKey.derive("refresh-token-successor");
  }

  @Transactional
  SessionTokens open(UUID personId, Client client) {
    SessionRow session = begin(personId, client);
    Instant now = session.createdAt();
    String refreshToken = Secrets.random();
    sessions.addToken(Secrets.hash(refreshToken), session.id(), now, session.expiresAt());
    return tokens(session, refreshToken);
  }

  /** A session, without refresh tokens; it slides with use. */
  @Transactional
  SessionRow begin(UUID personId, Client client) {
    Instant now = now();
    return sessions.save(
        new SessionRow(
            Ids.next(),
            personId,
            now,
            now,
            now.plus(settings.sessionIdle()),
            null,
            null,
            client.network(),
            client.program()));
  }

  /** The next tokens; empty where this one is not good, and then the session may be over. */
  @Transactional
  Optional<SessionTokens> refresh(String refreshToken) {
    Instant now = now();
    byte[] hash = Secrets.hash(refreshToken);
    Optional<SessionRow> found = sessions.lockByToken(hash).filter(s -> s.isOpen(now));
    Optional<RefreshTokenState> state = sessions.findToken(hash);
    if (found.isEmpty() || state.isEmpty() || !now.isBefore(state.get().expiresAt())) {
      return Optional.empty();
    }
    SessionRow session = found.get();
    String successor =
        Secrets.text(
            SigningKey.sign(successorKey, refreshToken.getBytes(StandardCharsets.US_ASCII)));
    Instant usedAt = state.get().usedAt();
    if (usedAt == null) {
      Instant expiresAt = expiry(session, now);
      sessions.useToken(hash, now);
      sessions.addToken(Secrets.hash(successor), session.id(), now, expiresAt);
      sessions.renew(session.id(), now, expiresAt);
    } else if (now.isAfter(usedAt.plus(settings.refreshGrace()))) {
      sessions.end(session.id(), session.personId(), now, SessionEnd.TOKEN_REUSED.name());
      ended(session.personId(), SessionEnd.TOKEN_REUSED);
      return Optional.empty();
    }
    return Optional.of(tokens(session, successor));
  }

  @Transactional
  void signOut(Actor actor) {
    UUID session = actor.sessionId();
    if (session != null) {
      sessions.end(session, actor.person(), now(), SessionEnd.SIGNED_OUT.name());
      ended(actor.person(), SessionEnd.SIGNED_OUT);
    }
  }

  /** Ends one of the person's own sessions. */
  @Transactional
  public void end(Actor actor, UUID sessionId) {
    if (sessions.end(sessionId, actor.person(), now(), SessionEnd.ENDED_BY_OWNER.name()) == 0) {
      throw new DomainException.NotFound("accounts.sessionNotFound");
    }
    ended(actor.person(), SessionEnd.ENDED_BY_OWNER);
  }

  /** Ends all sessions of a person but one. */
  @Transactional
  void endAll(UUID personId, @Nullable UUID except, SessionEnd why) {
    if (sessions.endAll(personId, except, now(), why.name()) > 0) {
      ended(personId, why);
    }
  }

  private void ended(UUID person, SessionEnd why) {
    log.record("session.ended", person, "why=" + why.name());
  }

  /** The person's open sessions, last used first. */
  @Transactional
  public List<SessionRow> list(Actor actor) {
    return sessions.listOpen(actor.person(), now());
  }

  private Instant expiry(SessionRow session, Instant now) {
    Instant idle = now.plus(settings.sessionIdle());
    Instant last = session.createdAt().plus(settings.sessionLifetime());
    return idle.isBefore(last) ? idle : last;
  }

  private SessionTokens tokens(SessionRow session, String refreshToken) {
    return new SessionTokens(
        accessTokens.issue(session.personId(), session.id()),
        "Bearer",
        settings.accessTokenLifetime().toSeconds(),
        refreshToken);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
