package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.moderation.AccountJudged;
import eu.bridgehall.moderation.StatementLinks;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The notices about decisions that somebody's account is suspended: to her, who cannot sign in and
 * reads the statement of reasons by a link that needs no session; and to the moderators who have to
 * do something, without her name. Nobody can switch them off.
 */
@Singleton
class AccountDecisionMails implements OutboxConsumer {
  private static final String CASE = "/moderation/decisions/";

  private final Readers readers;
  private final People people;
  private final StatementLinks statements;
  private final NoticeSight sight;
  private final Notices notices;

  AccountDecisionMails(
      Readers readers,
      People people,
      StatementLinks statements,
      NoticeSight sight,
      Notices notices) {
    this.readers = readers;
    this.people = people;
    this.statements = statements;
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
      case SUSPENDED -> {
        tellOwner(event, e, "account-suspended");
        tellOfOthers(event, e);
      }
      case UPHELD -> tellOwner(event, e, "account-upheld");
      case ENDED -> tellOwner(event, e, "account-restored");
      case OVERTURNED -> tellOwner(event, e, "account-overturned");
    }
  }

  private void tellOwner(StoredEvent event, AccountJudged e, String kind) {
    tell(event, kind, readers.listOpen(e.person()), StatementMail.path(e.subject()));
  }

  /** What she was told of before leads behind a sign-in that she has no more: she is told again. */
  private void tellOfOthers(StoredEvent event, AccountJudged e) {
    Set<UUID> alone =
        people.findHolder(e.person()).stream()
            .flatMap(holder -> holder.authorities().entrySet().stream())
            .filter(role -> role.getValue().includes(MemberRole.EDITOR))
            .map(Map.Entry::getKey)
            .filter(authority -> readers.acting(authority).isEmpty())
            .collect(Collectors.toSet());
    for (Recipient owner : readers.listOpen(e.person())) {
      statements
          .listAppealable(e.person(), alone)
          .forEach(
              s ->
                  notices.tell(
                      List.of(owner),
                      new NewNotice(
                          DecisionMails.MADE,
                          s.id(),
                          event.position().number(),
                          Map.of(
                              "name",
                              s.authority() == null ? owner.person().name() : s.authority().name(),
                              "origin",
                              s.origin()),
                          StatementMail.path(s.id()))));
    }
  }

  private Collection<Recipient> secretariat(AccountJudged e, String kind) {
    return sight.moderating(readers.secretariat(), kind, e.subject());
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
