package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.platform.DemoMode;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of the demonstration, who all have one password that everybody knows. They can sign in
 * only while the service is a demonstration, and nobody else can take that password.
 */
@Singleton
public class DemoAccounts {
  public static final String DOMAIN = "demo.example";
  public static final String PASSWORD = "bridgehall-demo-2026";

  private final DemoMode mode;
  private final PersonRepository people;
  private final MembershipRepository roles;
  private final Memberships memberships;
  private final Passwords passwords;
  private final Consents consents;
  private final Clock clock;
  private @Nullable String hash;

  DemoAccounts(
      DemoMode mode,
      PersonRepository people,
      MembershipRepository roles,
      Memberships memberships,
      Passwords passwords,
      Consents consents,
      Clock clock) {
    this.mode = mode;
    this.people = people;
    this.roles = roles;
    this.memberships = memberships;
    this.passwords = passwords;
    this.consents = consents;
    this.clock = clock;
  }

  /** Makes an account of the demonstration, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID create(String email, String name, String language) {
    if (!mode.isOn() || !isDemo(email)) {
      throw new IllegalStateException("Not a demonstration: " + email);
    }
    UUID id = Ids.next();
    people.save(new PersonRow(id, email, name, demoHash(), language, now(), null, null));
    consents.record(id, consents.decoded(consents.current()), now());
    return id;
  }

  /** The id of the account that was made with this address. */
  @Transactional
  public UUID idOf(String email) {
    return people.findByEmail(email).orElseThrow().id();
  }

  /** Gives a platform role. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void grant(UUID person, PlatformRole role) {
    roles.grant(person, role, now());
  }

  /** Makes the person a member of the authority. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void makeMember(UUID person, UUID authority, MemberRole role) {
    memberships.put(Actor.service(), authority, person, role);
  }

  /** Makes the person an officer of the association. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void makeOfficer(UUID person, UUID association) {
    roles.addOfficer(association, person, now());
  }

  /** Whether somebody of this address may not sign in because this is no demonstration. */
  boolean isShut(String email) {
    return !mode.isOn() && isDemo(email);
  }

  static boolean isDemo(String email) {
    return email.strip().toLowerCase(Locale.ROOT).endsWith("@" + DOMAIN);
  }

  private synchronized String demoHash() {
    if (hash == null) {
      hash = passwords.hash(PASSWORD);
    }
    return hash;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
