package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.UUID;

/** Opens the sessions of the tests' people without the slow hash of a sign-in. */
public final class TestSessions {
  private TestSessions() {}

  /** An access token of a new session. */
  public static String accessToken(ApplicationContext context, UUID personId) {
    return context
        .getBean(Sessions.class)
        .open(personId, new Client("127.0.0.0/24", "test"))
        .accessToken();
  }

  /** The person as the service sees them at a request with this token. */
  public static Actor actor(ApplicationContext context, String accessToken) {
    SignedTokens.Named named = context.getBean(AccessTokens.class).read(accessToken).orElseThrow();
    return context.getBean(Actors.class).find(named.personId(), named.sessionId()).orElseThrow();
  }

  /** The person has accepted the terms, the privacy notice and the rules as they are now. */
  public static void accept(ApplicationContext context, UUID personId) {
    Consents consents = context.getBean(Consents.class);
    consents.record(personId, consents.decoded(consents.current()), Instant.now());
  }

  /** The hash of a password as the service makes it. */
  public static String hash(ApplicationContext context, String password) {
    return context.getBean(Passwords.class).hash(password);
  }
}
