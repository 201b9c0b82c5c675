package eu.bridgehall.notifications;

import eu.bridgehall.accounts.AccountLocked;
import eu.bridgehall.accounts.AccountMailFacts;
import eu.bridgehall.accounts.Addressee;
import eu.bridgehall.accounts.InvitationMade;
import eu.bridgehall.accounts.LinkKind;
import eu.bridgehall.accounts.OwnDataTaken;
import eu.bridgehall.accounts.PasswordChanged;
import eu.bridgehall.accounts.PasswordResetRequested;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.SecondFactorChanged;
import eu.bridgehall.accounts.SignUpRepeated;
import eu.bridgehall.accounts.SignUpRequested;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The mails about accounts. What changes an account is a notice to its owner too; what only leads
 * to it by a link, or goes to somebody who has none, is a mail and nothing else.
 */
@Singleton
class AccountMails implements OutboxConsumer {
  private static final Map<Class<? extends DomainEvent>, Kind> KINDS =
      Map.of(
          SignUpRequested.class,
          new Kind("account-confirm", "/account/confirm", LinkKind.CONFIRM_EMAIL),
          SignUpRepeated.class,
          new Kind("account-exists", "/account/forgotten", null),
          PasswordResetRequested.class,
          new Kind("password-reset", "/account/reset", LinkKind.RESET_PASSWORD),
          PasswordChanged.class,
          new Kind("password-changed", "/account/forgotten", null),
          InvitationMade.class,
          new Kind("invitation", "/account/invitation", LinkKind.INVITATION),
          AccountLocked.class,
          new Kind("account-locked", "/account/reset", LinkKind.RESET_PASSWORD),
          SecondFactorChanged.class,
          new Kind("second-factor-", "/account/second-factor", null),
          OwnDataTaken.class,
          new Kind("own-data-taken", "/account", null));

  private static final Set<Class<? extends DomainEvent>> NOTICES =
      Set.of(PasswordChanged.class, SecondFactorChanged.class, OwnDataTaken.class);

  private final AccountMailFacts facts;
  private final People people;
  private final Notices notices;
  private final Mails mails;

  AccountMails(AccountMailFacts facts, People people, Notices notices, Mails mails) {
    this.facts = facts;
    this.people = people;
    this.notices = notices;
    this.mails = mails;
  }

  @Override
  public String name() {
    return "account-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return KINDS.keySet();
  }

  @Override
  public void handle(StoredEvent event) {
    KINDS.forEach(
        (type, kind) -> {
          if (!event.is(type)) {
            return;
          }
          if (NOTICES.contains(type)) {
            people.find(event.subject()).ifPresent(person -> tell(kind, person, event));
          } else {
            addressee(event).ifPresent(to -> queue(kind, to, event));
          }
        });
  }

  private void tell(Kind kind, Person person, StoredEvent event) {
    notices.tell(
        List.of(new Recipient(person, null)),
        new NewNotice(
            event.is(SecondFactorChanged.class)
                ? kind.name + event.as(SecondFactorChanged.class).step().id()
                : kind.name,
            person.id(),
            event.position().number(),
            Map.of("name", person.name()),
            kind.path));
  }

  private Optional<Addressee> addressee(StoredEvent event) {
    if (event.is(SignUpRequested.class)) {
      return facts.ofSignUp(event.subject());
    }
    return event.is(InvitationMade.class)
        ? facts.ofInvitation(event.subject())
        : facts.ofPerson(event.subject());
  }

  private void queue(Kind kind, Addressee to, StoredEvent event) {
    String then = event.is(SignUpRequested.class) ? event.as(SignUpRequested.class).then() : null;
    mails.queue(
        new NewMail(
            to.email(), to.language(), kind.name, to.facts(), kind.link(event.subject(), then)));
  }

  private record Kind(String name, @Nullable String path, @Nullable LinkKind token) {
    @Nullable MailLink link(UUID subject, @Nullable String then) {
      if (path == null) {
        return null;
      }
      String whole =
          then == null ? path : path + "?to=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
      return token == null ? MailLink.to(whole) : MailLink.withToken(whole, token, subject);
    }
  }
}
