package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** That somebody knows the password of her account; guessing it is slowed as at a sign-in. */
@Singleton
public class PasswordProof {
  private final PersonRepository people;
  private final Passwords passwords;
  private final SignInThrottle throttle;

  PasswordProof(PersonRepository people, Passwords passwords, SignInThrottle throttle) {
    this.people = people;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /**
   * Refuses whoever does not know it. Hashing stands outside any transaction: it takes long and
   * needs no connection.
   *
   * @throws DomainException.Invalid where it is wrong
   * @throws DomainException.TooMany where it was tried too often
   */
  public void require(Actor actor, @Nullable String password, Client client) {
    PersonRow person =
        people
            .findById(actor.person())
            .orElseThrow(() -> new DomainException.NotFound("accounts.notFound"));
    if (password == null || password.isEmpty()) {
      throw wrong(); // which is no guess
    }
    throttle.attempt(person.email(), client);
    if (!passwords.matches(password, person.passwordHash())) {
      throw wrong();
    }
    throttle.succeeded(person, client);
  }

  private static DomainException wrong() {
    return new DomainException.Invalid("password", "accounts.passwordWrong");
  }
}
