package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.moderation.AccountJudged;
import eu.bridgehall.moderation.StatementLinks;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The notices about decisions that somebody's account is suspended: to her, who cannot sign in and
 * reads the statement of reasons by a link that needs no session; and to the moderators who have to
 * do something, without her name. Nobody can switch them off.
 */
@Singleton
class AccountDecisionMails implements OutboxConsumer {
  private static final String STATEMENT = "/decisions/";
  private static final String CASE = "/moderation/decisions/";

  private final Readers readers;
  private final People people;
  private final StatementLinks links;
  private final NoticeSight sight;
  private final Notices notices;

  AccountDecisionMails(
      Readers readers, People people, StatementLinks links, NoticeSight sight, Notices notices) {
    this.readers = readers;
    this.people = people;
    this.links = links;
    this.sight = sight;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "account-decision-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(AccountJudged.class);
  }

  @Override
  public void handle(StoredEvent event) {
    AccountJudged e = event.as(AccountJudged.class);
    String toCase = CASE + e.subject();
    switch (e.step()) {
      case PROPOSED ->
          tell(
              event,
              "account-proposed",
              secretariat(e, "account-proposed").stream()
                  .filter(r -> !r.person().id().equals(e.proposer()))
                  .toList(),
              toCase);
      case DECLINED ->
          tell(event, "account-not-confirmed", readers.listActive(List.of(e.proposer())), toCase);
      case APPEALED -> tell(event, "account-appealed", secretariat(e, "account-appealed"), toCase);
      case SUSPENDED -> tellByLink(event, e, "account-suspended");
      case UPHELD -> tellByLink(event, e, "account-upheld");
      case ENDED -> tell(event, "account-restored", owner(e), STATEMENT + e.subject());
      case OVERTURNED -> tell(event, "account-overturned", owner(e), STATEMENT + e.subject());
    }
  }

  /** Whose account it is, also while it is suspended. */
  private Collection<Recipient> owner(AccountJudged e) {
    return people.find(e.person()).map(p -> new Recipient(p, null)).stream().toList();
  }

  private Collection<Recipient> secretariat(AccountJudged e, String kind) {
    return sight.moderating(readers.secretariat(), kind, e.subject());
  }

  private void tellByLink(StoredEvent event, AccountJudged e, String kind) {
    String path = links.path(e.subject());
    owner(e)
        .forEach(
            reader ->
                tell(
                    event,
                    kind,
                    List.of(reader),
                    path + StatementLinks.in(reader.person().locale())));
  }

  private void tell(StoredEvent event, String kind, Collection<Recipient> to, String path) {
    to.forEach(
        reader ->
            notices.tell(
                List.of(reader),
                new NewNotice(
                    kind,
                    event.subject(),
                    event.position().number(),
                    Map.of("name", reader.person().name()),
                    path)));
  }
}
