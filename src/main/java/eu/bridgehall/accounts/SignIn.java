package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-in by address and password. */
@Singleton
class SignIn {
  private final PersonRepository people;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignInThrottle throttle;
  private final DemoAccounts demo;

  SignIn(
      PersonRepository people,
      Passwords passwords,
      Sessions sessions,
      SignInThrottle throttle,
      DemoAccounts demo) {
    this.people = people;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
    this.demo = demo;
  }

  /**
   * Opens a session. Hashing stands outside any transaction: it takes long and needs no connection.
   *
   * @throws DomainException.Unauthenticated where address and password are not those of an account;
   *     it is not told which of the two is wrong
   * @throws DomainException.TooMany where it was tried too often
   * @throws DomainException.Forbidden where they are, and the account is suspended
   */
  SessionTokens signIn(@Nullable String email, @Nullable String password, Client client) {
    return sessions.open(check(email, password, client).id(), client);
  }

  /** Whose address and password these are; refuses as {@link #signIn} does. */
  PersonRow check(@Nullable String email, @Nullable String password, Client client) {
    String address = email == null ? "" : email.strip();
    String secret = password == null ? "" : password;
    throttle.attempt(address, client);
    Optional<PersonRow> person = people.findByEmail(address);
    boolean right = passwords.matches(secret, person.map(PersonRow::passwordHash).orElse(null));
    if (person.isEmpty() || !right || demo.isShut(address)) {
      throw new DomainException.Unauthenticated("accounts.signInFailed");
    }
    throttle.succeeded(person.get(), client);
    if (person.get().suspendedAt() != null) {
      throw new DomainException.Forbidden("accounts.suspended");
    }
    return person.get();
  }

  /**
   * The next tokens of a session.
   *
   * @throws DomainException.Unauthenticated where the token is not good, or no longer
   */
  SessionTokens refresh(@Nullable String refreshToken) {
    return Optional.ofNullable(refreshToken)
        .flatMap(sessions::refresh)
        .orElseThrow(() -> new DomainException.Unauthenticated("accounts.sessionOver"));
  }
}
