package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that the service keeps about a person, gathered from the features that keep it. */
@Singleton
public class PersonalData {
  /** How an answer says that it is to be kept as a file. */
  public static final String AS_FILE = "attachment; filename=\"bridgehall-my-data.json\"";

  private final AccountService accounts;
  private final List<PersonalRecords> records;
  private final AuditLog audit;
  private final Outbox outbox;

  PersonalData(
      AccountService accounts, List<PersonalRecords> records, AuditLog audit, Outbox outbox) {
    this.accounts = accounts;
    this.audit = audit;
    this.outbox = outbox;
    this.records = records.stream().sorted(Comparator.comparing(PersonalRecords::name)).toList();
  }

  /**
   * What is kept about the person who asks, by the name of the feature that keeps it. She is told
   * that it was taken, for a stolen session could take it.
   */
  @Transactional
  public Map<String, Object> collect(Actor actor) {
    Person person = accounts.get(actor);
    Map<String, Object> all = new TreeMap<>();
    records.forEach(r -> all.put(r.name(), r.collect(person)));
    audit.record(actor, "account.export", person.id());
    outbox.publish(new OwnDataTaken(person.id()));
    return all;
  }

  /** The files that the person has sent, whose contents are read when they are asked for. */
  @Transactional
  List<PersonalFile> files(Actor actor) {
    Person person = accounts.get(actor);
    return records.stream().flatMap(r -> r.files(person).stream()).toList();
  }

  /** Erases what is of no use without the account, in the caller's transaction. */
  void erase(Person person) {
    records.forEach(r -> r.erase(person));
  }
}
