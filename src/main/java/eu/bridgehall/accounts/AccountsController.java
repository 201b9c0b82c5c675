package eu.bridgehall.accounts;

import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Making an account. The answers do not tell whether an address has one. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
class AccountsController {
  private final SignUps signUps;
  private final PasswordService passwords;

  AccountsController(SignUps signUps, PasswordService passwords) {
    this.signUps = signUps;
    this.passwords = passwords;
  }

  /** Asks for an account; the address gets a mail with a link. */
  @Post("/accounts")
  @Status(HttpStatus.ACCEPTED)
  @RateLimited("sign-up")
  MailSent signUp(@Body NewAccount request, Locale language, Client client) {
    signUps.signUp(request, language, client, null);
    return new MailSent(true);
  }

  /** Makes the account, by the token of the link. */
  @Post("/accounts/confirm")
  @RateLimited("confirmation")
  Confirmed confirm(@Body Token request, Client client) {
    return new Confirmed(signUps.confirm(request.token(), client).email());
  }

  /** Has the link mailed again. */
  @Post("/accounts/confirm/resend")
  @Status(HttpStatus.ACCEPTED)
  @RateLimited("sign-up")
  MailSent resend(@Body Address request, Client client) {
    signUps.resend(request.email(), client, null);
    return new MailSent(true);
  }

  /** Asks for a link to set a new password. */
  @Post("/password-resets")
  @Status(HttpStatus.ACCEPTED)
  @RateLimited("password-reset")
  MailSent askReset(@Body Address request, Client client) {
    passwords.askReset(request.email(), client);
    return new MailSent(true);
  }

  /** Sets a new password, by the token of the link. */
  @Post("/password-resets/confirm")
  @Status(HttpStatus.NO_CONTENT)
  @RateLimited("password-reset")
  void reset(@Body NewPassword request, Client client) {
    passwords.reset(request.token(), request.password(), client);
  }

  /** An address. */
  @Serdeable
  record Address(@Nullable String email) {}

  /** The token of a link. */
  @Serdeable
  record Token(@Nullable String token) {}

  /** The token of a link, and the password to set. */
  @Serdeable
  record NewPassword(@Nullable String token, @Nullable String password) {}

  /**
   * The answer, always the same.
   *
   * @param mailSent what is to be looked for
   */
  @Serdeable
  record MailSent(boolean mailSent) {}

  /** The address that can now sign in. */
  @Serdeable
  record Confirmed(String email) {}
}
