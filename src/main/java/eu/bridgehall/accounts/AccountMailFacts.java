package eu.bridgehall.accounts;

import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the mails about accounts need to know; empty where the mail is of no use any more. */
@Singleton
public class AccountMailFacts {
  private final SignUpRepository signUps;
  private final PersonRepository people;
  private final InvitationRepository invitations;
  private final Organisations organisations;
  private final Clock clock;

  AccountMailFacts(
      SignUpRepository signUps,
      PersonRepository people,
      InvitationRepository invitations,
      Organisations organisations,
      Clock clock) {
    this.signUps = signUps;
    this.people = people;
    this.invitations = invitations;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * The address of a sign-up that is not confirmed yet. Not the name: a stranger may have chosen
   * it, to have it sent to somebody.
   */
  @Transactional
  public Optional<Addressee> ofSignUp(UUID signUpId) {
    return signUps
        .findById(signUpId)
        .filter(s -> clock.instant().isBefore(s.expiresAt()))
        .map(s -> new Addressee(s.email(), s.language(), Map.of()));
  }

  /** The address of a person. */
  @Transactional
  public Optional<Addressee> ofPerson(UUID personId) {
    return people
        .findById(personId)
        .filter(p -> !p.isClosed())
        .map(p -> new Addressee(p.email(), p.language(), Map.of("name", p.name())));
  }

  /** The invitations that a person has made, whose mails name her. */
  @Transactional
  public List<UUID> listInvitationsBy(UUID personId) {
    return invitations.listMadeBy(personId);
  }

  /** The address of an open invitation, with {@code organisation} and {@code inviter}. */
  @Transactional
  public Optional<Addressee> ofInvitation(UUID invitationId) {
    return invitations
        .findById(invitationId)
        .filter(i -> i.isOpen(clock.instant()))
        .map(
            i ->
                new Addressee(
                    i.email(),
                    i.language(),
                    Map.of(
                        "organisation",
                        organisations
                            .find(i.organisationId())
                            .map(Organisation::name)
                            .orElse("Bridgehall"),
                        "inviter",
                        Optional.ofNullable(i.invitedBy())
                            .flatMap(people::findById)
                            .filter(p -> !p.isClosed())
                            .map(PersonRow::name)
                            .orElse("Bridgehall"))));
  }
}
