package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditEntry;
import eu.bridgehall.audit.AuditLog;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the audit log of what a person has done, of what was done to her account, and
 * those that name her. They stay as they are; of a closed account the id in them leads to nobody.
 */
@Singleton
class AuditRecords implements PersonalRecords {
  private final AuditLog audit;

  AuditRecords(AuditLog audit) {
    this.audit = audit;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Object collect(Person person) {
    return audit.concerning(person.id()).stream().map(e -> entry(e, person.id())).toList();
  }

  private static Entry entry(AuditEntry e, UUID person) {
    boolean own = person.equals(e.personId());
    return new Entry(
        e.at(), e.action(), e.actedAs(), own, e.subject(), own ? e.network() : null, e.details());
  }

  /**
   * An entry.
   *
   * @param own whether the person did it; else somebody else, or the service, did it to her
   * @param target id of the row it was done to
   * @param network from which she did it; null where she did not
   * @param details as JSON
   */
  @Serdeable
  record Entry(
      Instant at,
      String action,
      String actedAs,
      boolean own,
      UUID target,
      @Nullable String network,
      String details) {}
}
