package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.SigningKey;
import eu.bridgehall.platform.http.SiteCookies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
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
  /** The cookie between the two steps of a sign-in. */
  private static final String TICKET = "bridgehall-step";

  private static final String FORM_KEY = "form-token";

  private final SignIn signIn;
  private final Sessions sessions;
  private final SignInTickets tickets;
  private final SignedTokens tokens;
  private final AccountSettings settings;
  private final SiteCookies cookies;
  private final byte[] formKey;

  BrowserSessions(
      SignIn signIn,
      Sessions sessions,
      SignInTickets tickets,
      SigningKey signingKey,
      Clock clock,
      AccountSettings settings,
      SiteCookies cookies) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.tickets = tickets;
    this.tokens = new SignedTokens(signingKey, "browser-session", clock);
    this.settings = settings;
    this.cookies = cookies;
    this.formKey = signingKey.derive(FORM_KEY);
  }

  /**
   * What a right password leads to.
   *
   * @param cookie to set: that of the session, or one that lets its holder go on with a code
   * @param needsCode whether the sign-in has a second step
   */
  public record Entrance(Cookie cookie, boolean needsCode) {}

  /**
   * Opens a session, or the second step for whoever has a second factor.
   *
   * @throws DomainException.Unauthenticated where address and password are not those of an account
   * @throws DomainException.TooMany where it was tried too often
   * @throws DomainException.Forbidden where the account is suspended
   */
  public Entrance signIn(@Nullable String email, @Nullable String password, Client client) {
    PersonRow person = signIn.check(email, password, client);
    return signIn.needsCode(person)
        ? new Entrance(
            cookies.make(TICKET, tickets.issue(person)).maxAge(SignInTickets.LIFETIME), true)
        : new Entrance(open(person, client), false);
  }

  /** What the browser holds between the two steps; null where it holds nothing. */
  public @Nullable String ticket(HttpRequest<?> request) {
    return cookies.find(request, TICKET).orElse(null);
  }

  /** Whether somebody with this ticket may go on with a code. */
  public boolean isTicket(@Nullable String ticket) {
    return tickets.read(ticket).isPresent();
  }

  /**
   * Opens a session by the second step.
   *
   * @param ticket the cookie's value
   * @param code of the program for codes, or a recovery code
   * @return the cookie to set
   * @throws DomainException.Unauthenticated where the code is wrong, or the ticket not good any
   *     more
   * @throws DomainException.TooMany where it was tried too often
   * @throws DomainException.Forbidden where the account is suspended
   */
  public Cookie goOn(@Nullable String ticket, @Nullable String code, Client client) {
    PersonRow person =
        tickets
            .read(ticket)
            .orElseThrow(() -> new DomainException.Unauthenticated("accounts.sessionOver"));
    signIn.prove(person, code, client);
    return open(person, client);
  }

  private Cookie open(PersonRow person, Client client) {
    SessionRow session = sessions.begin(person.id(), client);
    String token = tokens.issue(person.id(), session.id(), settings.sessionLifetime());
    return cookies.make(BrowserCookie.NAME, token).maxAge(settings.sessionLifetime());
  }

  /** Ends the session on the server. */
  public void signOut(Actor actor) {
    sessions.signOut(actor);
  }

  /** The cookie that takes the one of a session away. */
  public Cookie gone() {
    return cookies.gone(BrowserCookie.NAME);
  }

  /** The cookie that takes the ticket of a second step away. */
  public Cookie ticketGone() {
    return cookies.gone(TICKET);
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
}
