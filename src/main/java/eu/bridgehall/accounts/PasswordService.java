package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** New passwords: chosen by the person who is signed in, or by the link of a mail. */
@Singleton
public class PasswordService {
  private final PersonRepository people;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final Sessions sessions;
  private final LinkTokens links;
  private final SignInThrottle throttle;
  private final AccountMailQuota quota;
  private final AuditLog audit;
  private final Outbox outbox;

  PasswordService(
      PersonRepository people,
      Passwords passwords,
      PasswordRules rules,
      Sessions sessions,
      LinkTokens links,
      SignInThrottle throttle,
      AccountMailQuota quota,
      AuditLog audit,
      Outbox outbox) {
    this.people = people;
    this.passwords = passwords;
    this.rules = rules;
    this.sessions = sessions;
    this.links = links;
    this.throttle = throttle;
    this.quota = quota;
    this.audit = audit;
    this.outbox = outbox;
  }

  /**
   * Changes the person's own password and ends their other sessions.
   *
   * @throws DomainException.Invalid where the present one is wrong; guessing it is slowed as
   *     guessing at a sign-in is
   */
  public void change(
      Actor actor, @Nullable String present, @Nullable String wanted, Client client) {
    PersonRow person = person(actor.person());
    FieldChecks checks = new FieldChecks();
    String password = rules.check(checks, "newPassword", wanted, person.email());
    checks.done();
    throttle.attempt(person.email(), client);
    if (!passwords.matches(present == null ? "" : present, person.passwordHash())) {
      throw new DomainException.Invalid("currentPassword", "accounts.passwordWrong");
    }
    throttle.succeeded(person, client);
    set(actor, person.id(), passwords.hash(password), actor.sessionId());
  }

  /** Has a link mailed to the address, if it has an account. */
  public void askReset(@Nullable String given, Client client) {
    FieldChecks checks = new FieldChecks();
    String email = checks.email("email", given);
    checks.done();
    quota.count(email, client);
    publishReset(email);
  }

  @Transactional
  void publishReset(String email) {
    people
        .findByEmail(email)
        .filter(p -> p.suspendedAt() == null)
        .ifPresent(p -> outbox.publish(new PasswordResetRequested(p.id())));
  }

  /**
   * Sets the password by the link of a mail and ends all sessions.
   *
   * @throws DomainException.Invalid where the link is not good, or the password
   */
  public void reset(@Nullable String token, @Nullable String wanted, Client client) {
    PersonRow person = person(links.find(LinkKind.RESET_PASSWORD, token));
    FieldChecks checks = new FieldChecks();
    String password = rules.check(checks, "password", wanted, person.email());
    checks.done();
    reset(token, client, passwords.hash(password));
  }

  @Transactional
  void reset(@Nullable String token, Client client, String hash) {
    PersonRow person = person(links.redeem(LinkKind.RESET_PASSWORD, token));
    set(person.asActor(), person.id(), hash, null);
    throttle.trust(person, client);
  }

  @Transactional
  void set(Actor actor, UUID personId, String hash, @Nullable UUID session) {
    people.setPassword(personId, hash);
    // a link that was asked for before must not undo this
    links.cancel(LinkKind.RESET_PASSWORD, personId);
    sessions.endAll(personId, session, SessionEnd.PASSWORD_CHANGED);
    audit.record(actor, "account.password", personId);
    outbox.publish(new PasswordChanged(personId));
  }

  private PersonRow person(UUID id) {
    return people.findById(id).orElseThrow(() -> new DomainException.NotFound("accounts.notFound"));
  }
}
