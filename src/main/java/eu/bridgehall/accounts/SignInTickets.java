package eu.bridgehall.accounts;

import eu.bridgehall.platform.SigningKey;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a browser holds between the two steps of a sign-in: it says that the password was right. It
 * is good for some minutes, and worth nothing once the password is another one.
 */
@Singleton
class SignInTickets {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private final PersonRepository people;
  private final SignedTokens tokens;
  private final byte[] markKey;

  SignInTickets(PersonRepository people, SigningKey signingKey, Clock clock) {
    this.people = people;
    this.tokens = new SignedTokens(signingKey, "sign-in-ticket", clock);
    this.markKey = signingKey.derive("sign-in-ticket-mark");
  }

  String issue(PersonRow person) {
    return tokens.issue(person.id(), mark(person), LIFETIME);
  }

  /** Whose password was right; empty where the ticket is not good, or no longer. */
  Optional<PersonRow> read(@Nullable String ticket) {
    return Optional.ofNullable(ticket)
        .flatMap(tokens::read)
        .flatMap(
            named ->
                people
                    .findById(named.personId())
                    .filter(p -> !p.isClosed() && mark(p).equals(named.sessionId())));
  }

  /** Is another one for another password. */
  private UUID mark(PersonRow person) {
    String hash = person.passwordHash() == null ? "" : person.passwordHash();
    ByteBuffer mark =
        ByteBuffer.wrap(SigningKey.sign(markKey, hash.getBytes(StandardCharsets.US_ASCII)));
    return new UUID(mark.getLong(), mark.getLong());
  }
}
