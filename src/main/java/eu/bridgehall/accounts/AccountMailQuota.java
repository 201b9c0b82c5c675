package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.RateLimiter;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * How many mails somebody can have sent to one address. Counted for the address and the network
 * together: a stranger who has used theirs up keeps nobody else from asking for a link.
 */
@Singleton
class AccountMailQuota {
  private final RateLimiter limiter;

  AccountMailQuota(RateLimiter limiter) {
    this.limiter = limiter;
  }

  /**
   * Counts one, whether or not there is an account.
   *
   * @throws DomainException.TooMany where that is one too many
   */
  void count(String email, Client client) {
    limiter.count("account-mail", email.toLowerCase(Locale.ROOT) + ' ' + client.network());
  }
}
