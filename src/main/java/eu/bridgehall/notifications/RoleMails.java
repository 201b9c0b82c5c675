package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.RoleChanged;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells whoever was given a role for the whole service, or has it no longer. */
@Singleton
class RoleMails implements OutboxConsumer {
  private final People people;
  private final Notices notices;

  RoleMails(People people, Notices notices) {
    this.people = people;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "role-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(RoleChanged.class);
  }

  @Override
  public void handle(StoredEvent event) {
    people.find(event.subject()).ifPresent(person -> tell(person, event));
  }

  private void tell(Person person, StoredEvent event) {
    RoleChanged e = event.as(RoleChanged.class);
    Map<String, String> facts = new HashMap<>(Map.of("name", person.name()));
    PlatformRole role = e.role();
    if (role != null) {
      facts.put("role", role.id());
    }
    UUID association = e.association();
    notices.tell(
        List.of(new Recipient(person, null)),
        new NewNotice(
            association == null
                ? e.given() ? "role-given" : "role-taken"
                : e.given() ? "role-of-association-given" : "role-of-association-taken",
            person.id(),
            event.position().number(),
            facts,
            association == null ? Map.of() : Map.of("association", association),
            "/account"));
  }
}
