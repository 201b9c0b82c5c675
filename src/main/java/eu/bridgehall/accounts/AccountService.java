package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.FieldChecks;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person's own account. */
@Singleton
public class AccountService {
  private final PersonRepository people;
  private final InterfaceLanguages languages;
  private final AuditLog audit;

  AccountService(PersonRepository people, InterfaceLanguages languages, AuditLog audit) {
    this.people = people;
    this.languages = languages;
    this.audit = audit;
  }

  @Transactional
  public Person get(Actor actor) {
    return people
        .findById(actor.person())
        .map(PersonRow::toPerson)
        .orElseThrow(() -> new DomainException.NotFound("accounts.notFound"));
  }

  /** Changes what is given and leaves the rest. */
  @Transactional
  public Person change(Actor actor, @Nullable String name, @Nullable String language) {
    Person person = get(actor);
    FieldChecks checks = new FieldChecks();
    String newName = name == null ? person.name() : checks.line("name", name, SignUps.LONGEST_NAME);
    String newLanguage =
        languages.check(checks, "language", language, Locale.of(person.language()));
    checks.done();
    people.setNameAndLanguage(person.id(), newName, newLanguage);
    audit.record(actor, "account.change", person.id());
    return get(actor);
  }
}
