package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's second factor: set up by herself, confirmed by a first code, asked for at each sign-in
 * from then on. Whoever changes something of it shows that it is she by password and code; guessing
 * at either is slowed as guessing at a sign-in is.
 */
@Singleton
public class SecondFactors {
  /** Message key of the refusal for whoever must have a second factor and has none. */
  public static final String MISSING = "accounts.factorMissing";

  private static final String CODE = "code";
  private static final String PASSWORD = "password";
  private static final String CODE_WRONG = "accounts.codeWrong";

  private final SecondFactorRepository factors;
  private final SecondFactorCodes codes;
  private final SecondFactorDuty duty;
  private final PersonRepository people;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignInThrottle throttle;
  private final AccountMeasures measures;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  SecondFactors(
      SecondFactorRepository factors,
      SecondFactorCodes codes,
      SecondFactorDuty duty,
      PersonRepository people,
      Passwords passwords,
      Sessions sessions,
      SignInThrottle throttle,
      AccountMeasures measures,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.factors = factors;
    this.codes = codes;
    this.duty = duty;
    this.people = people;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
    this.measures = measures;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * How it stands with a second factor.
   *
   * @param since when it was switched on; null while it is off
   * @param codesLeft recovery codes that were not used
   * @param required whether the person must have one
   */
  public record Status(@Nullable Instant since, int codesLeft, boolean required) {
    public boolean isOn() {
      return since != null;
    }
  }

  /**
   * What is put into a program for codes.
   *
   * @param secret in base 32, to be typed
   * @param address the same and what it is for, to be read from a picture
   */
  public record Enrolment(String secret, String address) {}

  /** How it stands with the person's own. */
  @Transactional
  public Status status(Actor actor) {
    UUID person = actor.person();
    Instant since = factors.find(person).map(SecondFactorRow::confirmedAt).orElse(null);
    return new Status(since, since == null ? 0 : factors.countCodes(person), duty.concerns(actor));
  }

  /** What was begun and waits for its first code; empty where nothing was. */
  @Transactional
  public Optional<Enrolment> findBegun(Actor actor) {
    return factors
        .find(actor.person())
        .filter(row -> !row.isOn())
        .flatMap(row -> codes.enrolment(row, person(actor).email()));
  }

  /**
   * Makes a secret, in place of one that was never confirmed.
   *
   * @throws DomainException.Conflict where a second factor is on
   */
  @Transactional
  public Enrolment begin(Actor actor) {
    PersonRow person = person(actor);
    if (factors.begin(person.id(), codes.secret(person.id()), now()) == 0) {
      throw new DomainException.Conflict("accounts.factorOn");
    }
    return codes
        .enrolment(factors.find(person.id()).orElseThrow(), person.email())
        .orElseThrow(() -> new IllegalStateException("What was just encrypted cannot be read"));
  }

  /**
   * Switches it on, by the first code. All other sessions, which were opened without, end.
   *
   * @return the recovery codes, which are shown this once
   * @throws DomainException.Invalid where password or code are wrong
   * @throws DomainException.Conflict where nothing was begun, or it is on
   */
  public List<String> confirm(
      Actor actor, @Nullable String password, @Nullable String code, Client client) {
    SecondFactorRow row =
        factors
            .find(actor.person())
            .filter(r -> !r.isOn())
            .orElseThrow(() -> new DomainException.Conflict("accounts.factorNotBegun"));
    PersonRow person = checkPassword(actor, password, code, client);
    throttle.attemptCode(person.id());
    long step =
        codes.find(row, code).orElseThrow(() -> new DomainException.Invalid(CODE, CODE_WRONG));
    throttle.codeRight(person.id());
    return switchOn(actor, row, step);
  }

  @Transactional
  List<String> switchOn(Actor actor, SecondFactorRow row, long step) {
    if (factors.confirm(row.personId(), row.secret(), step, now()) == 0) {
      throw new DomainException.Conflict("accounts.factorNotBegun");
    }
    sessions.endAll(row.personId(), actor.sessionId(), SessionEnd.SECOND_FACTOR);
    tell(actor, row.personId(), SecondFactorStep.ON, Map.of());
    return codes.renew(row.personId(), now());
  }

  /**
   * New recovery codes in place of the old ones.
   *
   * @return the codes, which are shown this once
   * @throws DomainException.Invalid where password or code are wrong
   * @throws DomainException.Conflict where no second factor is on
   */
  public List<String> renewCodes(
      Actor actor, @Nullable String password, @Nullable String code, Client client) {
    prove(actor, password, code, client);
    return renewCodes(actor);
  }

  @Transactional
  List<String> renewCodes(Actor actor) {
    tell(actor, actor.person(), SecondFactorStep.CODES, Map.of());
    return codes.renew(actor.person(), now());
  }

  /**
   * Switches it off. Whoever must have one is let do nothing else then but set up another.
   *
   * @throws DomainException.Invalid where password or code are wrong
   * @throws DomainException.Conflict where no second factor is on
   */
  public void turnOff(
      Actor actor, @Nullable String password, @Nullable String code, Client client) {
    prove(actor, password, code, client);
    remove(actor, actor.person(), SecondFactorStep.OFF, Map.of());
  }

  /**
   * Takes away the second factor of somebody who has lost it, for administrators; her sessions end.
   *
   * @throws DomainException.Forbidden for others, and for one's own: that needs a code
   * @throws DomainException.NotFound where the person has none
   */
  @Transactional
  public void reset(Actor actor, UUID personId, @Nullable String given) {
    AccountPermissions.administer(actor);
    FieldChecks checks = new FieldChecks();
    String reason = AccountMeasures.reason(checks, given);
    checks.done();
    if (personId.equals(actor.personId())) {
      throw new DomainException.Forbidden("accounts.factorOwn");
    }
    if (!factors.isOn(personId)) {
      throw new DomainException.NotFound("accounts.factorNone");
    }
    sessions.endAll(personId, null, SessionEnd.SECOND_FACTOR);
    UUID measure = measures.add(actor, personId, AccountMeasureKind.FACTOR_RESET, reason);
    remove(actor, personId, SecondFactorStep.RESET, Map.of("measure", measure));
  }

  /** Refuses whoever may not take away another's second factor. */
  public void requireReset(Actor actor) {
    AccountPermissions.administer(actor);
  }

  /**
   * As {@link #reset}, of the account with this address.
   *
   * @throws DomainException.Invalid where there is none with a second factor, or no reason
   */
  @Transactional
  public void resetByEmail(Actor actor, @Nullable String email, @Nullable String reason) {
    AccountPermissions.administer(actor);
    FieldChecks checks = new FieldChecks();
    Optional<PersonRow> person = people.findByEmail(email).filter(p -> factors.isOn(p.id()));
    checks.require(person.isPresent(), "email", "accounts.factorNone");
    AccountMeasures.reason(checks, reason);
    checks.done();
    reset(actor, person.orElseThrow().id(), reason);
  }

  /** Whether a code is asked for when this person signs in. */
  @Transactional
  boolean isOn(UUID personId) {
    return factors.isOn(personId);
  }

  /** Takes the second factor away, in the caller's transaction, which has decided that it may. */
  @Transactional
  void remove(Actor actor, UUID personId, SecondFactorStep why, Map<String, ?> details) {
    boolean was = factors.isOn(personId);
    factors.deleteCodes(personId);
    factors.delete(personId);
    if (was) {
      tell(actor, personId, why, details);
    }
  }

  /**
   * Whether this is a code of the person's program, or one of her recovery codes, which is used up
   * then. An attempt is counted before it is looked at.
   *
   * @throws DomainException.TooMany where it was tried too often
   */
  boolean accept(PersonRow person, @Nullable String code) {
    throttle.attemptCode(person.id());
    Optional<SecondFactorRow> row = factors.find(person.id()).filter(SecondFactorRow::isOn);
    boolean right = row.isPresent() && spend(row.get(), code);
    if (right) {
      throttle.codeRight(person.id());
    }
    return right;
  }

  @Transactional
  boolean spend(SecondFactorRow row, @Nullable String code) {
    Optional<Long> step = codes.find(row, code);
    if (step.isPresent()) {
      codes.encryptAnew(row);
      return factors.useStep(row.personId(), step.get()) > 0;
    }
    boolean recovered = codes.recover(row.personId(), code, now());
    if (recovered) {
      Actor self = people.findById(row.personId()).orElseThrow().asActor();
      tell(self, row.personId(), SecondFactorStep.RECOVERY, Map.of());
    }
    return recovered;
  }

  private void prove(Actor actor, @Nullable String password, @Nullable String code, Client client) {
    if (!isOn(actor.person())) {
      throw new DomainException.Conflict("accounts.factorOff");
    }
    if (!accept(checkPassword(actor, password, code, client), code)) {
      throw new DomainException.Invalid(CODE, CODE_WRONG);
    }
  }

  private PersonRow checkPassword(
      Actor actor, @Nullable String password, @Nullable String code, Client client) {
    FieldChecks checks = new FieldChecks();
    checks.require(password != null && !password.isEmpty(), PASSWORD, "error.text.missing");
    checks.require(code != null && !code.isBlank(), CODE, "error.text.missing");
    checks.done();
    PersonRow person = person(actor);
    throttle.attempt(person.email(), client);
    if (!passwords.matches(password == null ? "" : password, person.passwordHash())) {
      throw new DomainException.Invalid(PASSWORD, "accounts.passwordWrong");
    }
    throttle.succeeded(person, client);
    return person;
  }

  private void tell(Actor actor, UUID personId, SecondFactorStep step, Map<String, ?> details) {
    audit.record(actor, "account.factor-" + step.id(), personId, details);
    outbox.publish(new SecondFactorChanged(personId, step));
  }

  private PersonRow person(Actor actor) {
    return people
        .findById(actor.person())
        .orElseThrow(() -> new DomainException.NotFound("accounts.notFound"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
