package eu.bridgehall.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import eu.bridgehall.platform.SigningKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JWTs (RFC 7519) signed by HMAC-SHA256, which name the person and the session and nothing else.
 * What the person may do is read from the database at each request. Those of one purpose are worth
 * nothing for another: each has a key of its own.
 */
final class SignedTokens {
  static final String ISSUER = "bridgehall";
  static final String SESSION = "sid";

  /** Longer is no token of ours, and is not worth reading. */
  private static final int LONGEST = 1024;

  private final byte[] key;
  private final Clock clock;

  SignedTokens(SigningKey signingKey, String purpose, Clock clock) {
    this.key = signingKey.derive(purpose);
    this.clock = clock;
  }

  /** A token that is good for so long. */
  String issue(UUID personId, UUID sessionId, Duration lifetime) {
    Instant now = clock.instant();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(personId.toString())
                .claim(SESSION, sessionId.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build());
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key is long enough", e);
    }
    return token.serialize();
  }

  /** Whom a token names; empty where it was not issued by this service or is too old. */
  Optional<Named> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWSVerifier verifier = new MACVerifier(key);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
        return Optional.empty();
      }
      return named(jwt.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty(); // no token of ours, whatever else it is
    }
  }

  private Optional<Named> named(JWTClaimsSet claims) throws ParseException {
    @Nullable Date expires = claims.getExpirationTime();
    @Nullable String subject = claims.getSubject();
    @Nullable String session = claims.getStringClaim(SESSION);
    if (!ISSUER.equals(claims.getIssuer())
        || expires == null
        || subject == null
        || session == null
        || !clock.instant().isBefore(expires.toInstant())) {
      return Optional.empty();
    }
    return Optional.of(new Named(UUID.fromString(subject), UUID.fromString(session)));
  }

  /** Whom a token names. */
  record Named(UUID personId, UUID sessionId) {}
}
