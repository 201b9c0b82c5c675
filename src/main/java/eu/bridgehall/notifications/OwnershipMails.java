package eu.bridgehall.notifications;

import eu.bridgehall.accounts.OwnershipChanged;
import eu.bridgehall.accounts.Ownerships;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells who owns an authority from now on, and what waits for an answer about it. */
@Singleton
class OwnershipMails implements OutboxConsumer {
  static final String REVIEW = "/review/ownership";

  private final Readers readers;
  private final Ownerships ownerships;
  private final Organisations organisations;
  private final Notices notices;

  OwnershipMails(
      Readers readers, Ownerships ownerships, Organisations organisations, Notices notices) {
    this.readers = readers;
    this.ownerships = ownerships;
    this.organisations = organisations;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "ownership-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(OwnershipChanged.class);
  }

  @Override
  public void handle(StoredEvent event) {
    OwnershipChanged e = event.as(OwnershipChanged.class);
    UUID authority = e.authority();
    String page = "/authorities/" + authority + "/ownership";
    switch (e.step()) {
      case OFFERED, REFUSED -> tell(event, e, readers.listActive(List.of(e.taker())), page);
      case DECLINED -> tell(event, e, giver(e), page);
      case TAKEN -> tell(event, e, all(giver(e), readers.owning(authority)), page);
      case ASKED -> {
        tell(event, e, readers.owning(authority), page);
        String country = organisations.get(authority).country();
        tell(event, e, readers.reviewing(country, authority, authority), REVIEW + "/" + e.change());
      }
      case GRANTED, APPOINTED ->
          tell(
              event,
              e,
              all(readers.listActive(List.of(e.taker())), readers.acting(authority)),
              page);
    }
  }

  private List<Recipient> giver(OwnershipChanged e) {
    UUID giver = e.giver();
    return giver == null ? List.of() : readers.listActive(List.of(giver));
  }

  /** Each once. */
  private static List<Recipient> all(List<Recipient> first, Collection<Recipient> then) {
    List<Recipient> all = new ArrayList<>(first);
    then.stream()
        .filter(r -> first.stream().noneMatch(f -> f.person().id().equals(r.person().id())))
        .forEach(all::add);
    return all;
  }

  private void tell(StoredEvent event, OwnershipChanged e, Collection<Recipient> to, String path) {
    Map<String, String> facts =
        Map.of(
            "name",
            readers.name(e.authority()),
            "reason",
            ownerships.findReason(e.change()).orElse(""));
    notices.tell(
        to,
        new NewNotice(
            "ownership-" + e.step().id(), e.change(), event.position().number(), facts, path));
  }
}
