package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sign-up. An account is made when its address is confirmed and not before; until then there are
 * only requests, each with its own link. Whether an address has an account is told to its owner by
 * mail and to nobody else: answer and work are the same.
 */
@Singleton
public class SignUps {
  static final int LONGEST_NAME = 120;

  private final SignUpRepository signUps;
  private final PersonRepository people;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final AccountMailQuota quota;
  private final InterfaceLanguages languages;
  private final Consents consents;
  private final LinkTokens links;
  private final SignInThrottle throttle;
  private final AccountSettings settings;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  SignUps(
      SignUpRepository signUps,
      PersonRepository people,
      Passwords passwords,
      PasswordRules rules,
      AccountMailQuota quota,
      InterfaceLanguages languages,
      Consents consents,
      LinkTokens links,
      SignInThrottle throttle,
      AccountSettings settings,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.signUps = signUps;
    this.people = people;
    this.passwords = passwords;
    this.rules = rules;
    this.quota = quota;
    this.languages = languages;
    this.consents = consents;
    this.links = links;
    this.throttle = throttle;
    this.settings = settings;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Asks for an account: the address gets a mail, whichever.
   *
   * @param then address on this service that the link of the mail leads on to; null for none
   */
  public void signUp(NewAccount request, Locale spoken, Client client, @Nullable String then) {
    FieldChecks checks = new FieldChecks();
    String email = checks.email("email", request.email());
    String name = checks.line("name", request.name(), LONGEST_NAME);
    String language = languages.check(checks, "language", request.language(), spoken);
    String password = rules.check(checks, "password", request.password(), email);
    checks.require(
        Boolean.TRUE.equals(request.acceptTerms()), Consents.FIELD, Consents.NOT_ACCEPTED);
    checks.done();
    quota.count(email, client);
    // before the address is looked up, so that it takes as long for one that has an account
    store(email, name, passwords.hash(password), language, then);
  }

  @Transactional
  void store(String email, String name, String hash, String language, @Nullable String then) {
    Instant now = now();
    SignUpRow signUp =
        new SignUpRow(
            Ids.next(),
            email,
            name,
            hash,
            language,
            now,
            now.plus(settings.confirmationLifetime()),
            consents.current());
    Optional<PersonRow> owner = people.findByEmail(email);
    if (owner.isPresent()) {
      outbox.publish(new SignUpRepeated(owner.get().id()));
    } else {
      signUps.save(signUp);
      outbox.publish(new SignUpRequested(signUp.id(), then));
    }
  }

  /**
   * Has the link of the latest sign-up mailed again.
   *
   * @param then as in {@link #signUp}
   */
  public void resend(@Nullable String given, Client client, @Nullable String then) {
    FieldChecks checks = new FieldChecks();
    String email = checks.email("email", given);
    checks.done();
    quota.count(email, client);
    publishAgain(email, then);
  }

  @Transactional
  void publishAgain(String email, @Nullable String then) {
    Optional<PersonRow> owner = people.findByEmail(email);
    if (owner.isPresent()) {
      outbox.publish(new SignUpRepeated(owner.get().id()));
    } else {
      signUps
          .findLatest(email, now())
          .ifPresent(signUp -> outbox.publish(new SignUpRequested(signUp.id(), then)));
    }
  }

  /**
   * Makes the account that was asked for.
   *
   * @throws DomainException.Invalid where the link is not good, or no longer
   */
  @Transactional
  public Person confirm(@Nullable String token, Client client) {
    UUID id = links.redeem(LinkKind.CONFIRM_EMAIL, token);
    SignUpRow signUp =
        signUps
            .findById(id)
            .filter(s -> now().isBefore(s.expiresAt()))
            .orElseThrow(() -> new DomainException.Invalid("token", "accounts.linkNotGood"));
    PersonRow person =
        create(signUp.email(), signUp.name(), signUp.passwordHash(), signUp.language());
    consents.record(person.id(), consents.decoded(signUp.accepted()), signUp.createdAt());
    throttle.trust(person, client);
    return person.toPerson();
  }

  /**
   * Makes an account of an address that is shown to be the person's own.
   *
   * @throws DomainException.Conflict where the address has one
   */
  @Transactional
  PersonRow create(String email, String name, @Nullable String hash, String language) {
    people.lockAddress(email);
    if (people.findByEmail(email).isPresent()) {
      throw new DomainException.Conflict("accounts.addressTaken");
    }
    PersonRow person =
        people.save(new PersonRow(Ids.next(), email, name, hash, language, now(), null, null));
    signUps.deleteAll(email);
    audit.record(person.asActor(), "account.create", person.id());
    return person;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
