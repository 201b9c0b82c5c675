package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.SecurityLog;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-in by address and password, and by a code for whoever has a second factor. */
@Singleton
class SignIn {
  private static final String REFUSED = "sign-in.refused";

  private final PersonRepository people;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final SignInThrottle throttle;
  private final DemoAccounts demo;
  private final SecurityLog log;

  SignIn(
      PersonRepository people,
      Passwords passwords,
      Sessions sessions,
      SecondFactors factors,
      SignInThrottle throttle,
      DemoAccounts demo,
      SecurityLog log) {
    this.people = people;
    this.passwords = passwords;
    this.sessions = sessions;
    this.factors = factors;
    this.throttle = throttle;
    this.demo = demo;
    this.log = log;
  }

  /**
   * Opens a session. Hashing stands outside any transaction: it takes long and needs no connection.
   *
   * @throws DomainException.Unauthenticated where address and password are not those of an account;
   *     it is not told which of the two is wrong; where a code is needed, or it is wrong
   * @throws DomainException.TooMany where it was tried too often
   * @throws DomainException.Forbidden where they are, and the account is suspended
   */
  SessionTokens signIn(
      @Nullable String email, @Nullable String password, @Nullable String code, Client client) {
    PersonRow person = check(email, password, client);
    if (needsCode(person)) {
      if (code == null || code.isBlank()) {
        throw new DomainException.Unauthenticated("accounts.codeNeeded");
      }
      prove(person, code, client);
    }
    return sessions.open(person.id(), client);
  }

  /** Whether the password alone does not let this person in. */
  boolean needsCode(PersonRow person) {
    return factors.isOn(person.id());
  }

  /**
   * The second step: the code of somebody whose password was right.
   *
   * @throws DomainException.Unauthenticated where it is wrong
   * @throws DomainException.TooMany where it was tried too often
   * @throws DomainException.Forbidden where the account was suspended meanwhile
   */
  void prove(PersonRow person, @Nullable String code, Client client) {
    refuseSuspended(person);
    if (!factors.accept(person, code)) {
      log.record(REFUSED, person.id(), "why=code");
      throw new DomainException.Unauthenticated("accounts.codeWrong");
    }
    throttle.succeeded(person, client);
    log.record("sign-in", person.id(), "by=password+code");
  }

  /** Whose address and password these are; refuses as {@link #signIn} does. */
  PersonRow check(@Nullable String email, @Nullable String password, Client client) {
    String typed = email == null ? "" : email.strip();
    String address = FieldChecks.address(typed).orElse(typed);
    String secret = password == null ? "" : password;
    throttle.attempt(address, client);
    Optional<PersonRow> person = people.findByEmail(address);
    boolean right = passwords.matches(secret, person.map(PersonRow::passwordHash).orElse(null));
    if (person.isEmpty() || !right || demo.isShut(address)) {
      log.record(REFUSED, person.map(PersonRow::id).orElse(null), "why=password");
      throw new DomainException.Unauthenticated("accounts.signInFailed");
    }
    boolean goesOn = needsCode(person.get());
    if (goesOn) {
      throttle.passed(person.get(), client);
    } else {
      throttle.succeeded(person.get(), client);
    }
    refuseSuspended(person.get());
    log.record(goesOn ? "sign-in.begun" : "sign-in", person.get().id(), "by=password");
    return person.get();
  }

  private void refuseSuspended(PersonRow person) {
    if (person.suspendedAt() != null) {
      log.record(REFUSED, person.id(), "why=suspended");
      throw new DomainException.Forbidden("accounts.suspended");
    }
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
