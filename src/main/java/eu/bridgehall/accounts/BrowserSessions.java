package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.SigningKey;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out in a browser. One cookie, which no script can read, carries a token that names
 * the session; how long it is good is decided by the session in the database alone, which slides
 * with use. So nothing is renewed in the browser, and two tabs cannot sign each other out.
 */
@Singleton
public class BrowserSessions {
  private static final String FORM_KEY = "form-token";

  private final SignIn signIn;
  private final Sessions sessions;
  private final SignedTokens tokens;
  private final AccountSettings settings;
  private final byte[] formKey;

  BrowserSessions(
      SignIn signIn,
      Sessions sessions,
      SigningKey signingKey,
      Clock clock,
      AccountSettings settings) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.tokens = new SignedTokens(signingKey, "browser-session", clock);
    this.settings = settings;
    this.formKey = signingKey.derive(FORM_KEY);
  }

  /**
   * Opens a session.
   *
   * @param secure whether the cookie is for encrypted connections only
   * @return the cookie to set
   * @throws DomainException.Unauthenticated where address and password are not those of an account
   * @throws DomainException.TooMany where it was tried too often
   * @throws DomainException.Forbidden where the account is suspended
   */
  public Cookie signIn(
      @Nullable String email, @Nullable String password, Client client, boolean secure) {
    PersonRow person = signIn.check(email, password, client);
    SessionRow session = sessions.begin(person.id(), client);
    String token = tokens.issue(person.id(), session.id(), settings.sessionLifetime());
    return cookie(token, secure).maxAge(settings.sessionLifetime());
  }

  /** Ends the session on the server. */
  public void signOut(Actor actor) {
    sessions.signOut(actor);
  }

  /** The cookie that takes the one of a session away. */
  public static Cookie gone(boolean secure) {
    return cookie("", secure).maxAge(Duration.ZERO);
  }

  Optional<SignedTokens.Named> read(String token) {
    return tokens.read(token);
  }

  /**
   * What a form carries to show that it was given out by this service to this browser.
   *
   * @param actor a session's forms are worth nothing in another session
   * @param visitor what marks the browser of somebody who is not signed in
   */
  public String formToken(Actor actor, String visitor) {
    String holder =
        actor.sessionId() == null ? "visitor " + visitor : "session " + actor.sessionId();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(SigningKey.sign(formKey, holder.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether a form's token is the one that was given to this browser. */
  public boolean isFormToken(@Nullable String token, Actor actor, String visitor) {
    return token != null
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            formToken(actor, visitor).getBytes(StandardCharsets.UTF_8));
  }

  private static Cookie cookie(String value, boolean secure) {
    return Cookie.of(BrowserCookie.NAME, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite(SameSite.Lax)
        .path("/");
  }
}
