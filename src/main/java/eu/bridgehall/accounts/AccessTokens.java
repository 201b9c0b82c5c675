package eu.bridgehall.accounts;

import eu.bridgehall.platform.SigningKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What clients of the API sign their requests with, for some minutes. */
@Singleton
class AccessTokens {
  static final String PURPOSE = "access-token";

  private final SignedTokens tokens;
  private final AccountSettings settings;

  AccessTokens(SigningKey signingKey, Clock clock, AccountSettings settings) {
    this.tokens = new SignedTokens(signingKey, PURPOSE, clock);
    this.settings = settings;
  }

  String issue(UUID personId, UUID sessionId) {
    return tokens.issue(personId, sessionId, settings.accessTokenLifetime());
  }

  /** Whom a token names; empty where it was not issued by this service or is too old. */
  Optional<SignedTokens.Named> read(String token) {
    return tokens.read(token);
  }
}
