package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first administrator, for whom nobody can grant the role: on the command line with a
 * password, or by settings without one, and then a link to set it is mailed. There is never a
 * default password.
 */
@Singleton
public class FirstAdministrator {
  private final PersonRepository people;
  private final MembershipRepository roles;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;
  private final @Nullable String email;
  private final String name;
  private final String language;

  FirstAdministrator(
      PersonRepository people,
      MembershipRepository roles,
      Passwords passwords,
      PasswordRules rules,
      Sessions sessions,
      SecondFactors factors,
      AuditLog audit,
      Outbox outbox,
      Clock clock,
      @Written(
              pattern = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
              as = "an address such as name@town.example")
          @Nullable
          @Property(name = "bridgehall.first-administrator.email")
          String email,
      @Property(name = "bridgehall.first-administrator.name", defaultValue = "Administrator")
          String name,
      @Written(pattern = "[a-z]{2,3}", as = "a language (ISO 639-1) such as en")
          @Property(name = "bridgehall.first-administrator.language", defaultValue = "en")
          String language) {
    this.people = people;
    this.roles = roles;
    this.passwords = passwords;
    this.rules = rules;
    this.sessions = sessions;
    this.factors = factors;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
    this.email = email;
    this.name = name;
    this.language = language;
  }

  /**
   * Makes the account an administrator's and sets its password; where the address has no account it
   * is made. A second factor is taken away: the way back for an administrator who has lost it. For
   * the command line: whoever can run it owns the database.
   *
   * @return the account's id
   * @throws DomainException.Invalid naming what is wrong with the address, name or password
   */
  public UUID create(String address, String fullName, String password, Locale spoken) {
    FieldChecks checks = new FieldChecks();
    String checkedEmail = checks.email("email", address);
    String checkedName = checks.line("name", fullName, SignUps.LONGEST_NAME);
    String checked = rules.check(checks, "password", password, checkedEmail);
    checks.done();
    return store(checkedEmail, checkedName, spoken.getLanguage(), passwords.hash(checked));
  }

  @Transactional
  UUID store(String address, String fullName, String spoken, @Nullable String hash) {
    people.lockAddress(address);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    PersonRow person =
        people
            .findByEmail(address)
            .orElseGet(
                () ->
                    people.save(
                        new PersonRow(
                            Ids.next(), address, fullName, null, spoken, now, null, null)));
    if (hash != null) {
      people.setPassword(person.id(), hash);
      sessions.endAll(person.id(), null, SessionEnd.PASSWORD_CHANGED);
      factors.remove(Actor.service(), person.id(), SecondFactorStep.RESET, Map.of());
    }
    roles.grant(person.id(), PlatformRole.ADMINISTRATOR, now);
    audit.record(
        Actor.service(),
        "role.grant",
        person.id(),
        Map.of("role", PlatformRole.ADMINISTRATOR.name()));
    return person.id();
  }

  /**
   * At the start: where {@code bridgehall.first-administrator.email} is set and there is no
   * administrator yet, makes one and has a link to set the password mailed.
   */
  @EventListener
  @Transactional
  public void onStart(ServerStartupEvent event) {
    if (email == null || email.isBlank()) {
      return;
    }
    roles.lockAdministrators();
    if (roles.listHolders(PlatformRole.ADMINISTRATOR).isEmpty()) {
      FieldChecks checks = new FieldChecks();
      String address = checks.email("bridgehall.first-administrator.email", email);
      checks.done();
      outbox.publish(new PasswordResetRequested(store(address, name, language, null)));
    }
  }
}
