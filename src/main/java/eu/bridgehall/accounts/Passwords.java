package eu.bridgehall.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import eu.bridgehall.kernel.DomainException;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords by Argon2id. Each hash takes 19 MB and a good part of a second of one core, so
 * only a few run at once: a flood of sign-ins waits and is then refused, it does not take the
 * service down.
 */
@Singleton
class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function argon2 =
      Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
  private final Semaphore turns;
  private final Duration wait;

  /** Compared with where there is no account, so that the answer takes as long. */
  private final String nobodys;

  Passwords(AccountSettings settings) {
    this.turns = new Semaphore(settings.passwordHashesAtOnce(), true);
    this.wait = settings.passwordHashWait();
    this.nobodys = hash(Secrets.random());
  }

  /**
   * The hash, in the usual text form that names its parameters.
   *
   * @throws DomainException.TooMany where too many are being hashed
   */
  String hash(String password) {
    return inTurn(
        () -> Password.hash(normal(password)).addRandomSalt(SALT_BYTES).with(argon2).getResult());
  }

  /**
   * Whether the password is the one of this hash; without a hash it is not, after the same work.
   */
  boolean matches(String password, @Nullable String hash) {
    boolean same =
        inTurn(
            () ->
                Password.check(normal(password), hash == null ? nobodys : hash)
                    .with(Argon2Function.getInstanceFromHash(hash == null ? nobodys : hash)));
    return same && hash != null;
  }

  /** The same password typed on another keyboard is the same one. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DomainException.TooMany("error.tooMany", wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainException.TooMany("error.tooMany", wait);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
