package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Controller("/api/v1/sessions")
class SessionController {
  private final SignIn signIn;
  private final Sessions sessions;

  SessionController(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  /**
   * Signs in: gives an access token for the next minutes and a refresh token for the next one.
   * Where the person has a second factor and no code was sent, the answer is 401 with the type
   * {@code urn:bridgehall:problem:accounts.codeNeeded}: the same is sent again with a code.
   */
  @Post
  @RateLimited("sign-in")
  @Secured(SecurityRule.IS_ANONYMOUS)
  SessionTokens signIn(@Body Credentials credentials, Client client) {
    return signIn.signIn(credentials.email(), credentials.password(), credentials.code(), client);
  }

  /** Exchanges a refresh token, which is then used up, for the next pair. */
  @Post("/refresh")
  @Secured(SecurityRule.IS_ANONYMOUS)
  SessionTokens refresh(@Body Refresh request) {
    return signIn.refresh(request.refreshToken());
  }

  /** Signs out: ends the session that the request came in. */
  @Delete("/current")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(SecurityRule.IS_AUTHENTICATED)
  void signOut(Actor actor) {
    sessions.signOut(actor);
  }

  /**
   * Address and password.
   *
   * @param code of the person's program for codes, or a recovery code; only where she has a second
   *     factor
   */
  @Serdeable
  record Credentials(@Nullable String email, @Nullable String password, @Nullable String code) {
    @Override
    public String toString() {
      return "Credentials[email=" + email + "]";
    }
  }

  /** A refresh token. */
  @Serdeable
  record Refresh(@Nullable String refreshToken) {}
}
