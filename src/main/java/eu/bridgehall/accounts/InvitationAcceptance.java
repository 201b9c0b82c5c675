package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accepting an invitation by its link: signed in with the invited address, or new here. */
@Singleton
public class InvitationAcceptance {
  private final Invitations invitations;
  private final PersonRepository people;
  private final SignUps signUps;
  private final Consents consents;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final InterfaceLanguages languages;
  private final SignInThrottle throttle;
  private final Organisations organisations;

  InvitationAcceptance(
      Invitations invitations,
      PersonRepository people,
      SignUps signUps,
      Consents consents,
      Passwords passwords,
      PasswordRules rules,
      InterfaceLanguages languages,
      SignInThrottle throttle,
      Organisations organisations) {
    this.invitations = invitations;
    this.people = people;
    this.signUps = signUps;
    this.consents = consents;
    this.passwords = passwords;
    this.rules = rules;
    this.languages = languages;
    this.throttle = throttle;
    this.organisations = organisations;
  }

  /**
   * What the link is for. It is not used up: who has it sees what there is to accept.
   *
   * @throws DomainException.Invalid where the link is not good, or no longer
   */
  @Transactional
  public InvitationOffer look(@Nullable String token) {
    InvitationRow invitation = invitations.byLink(token);
    return new InvitationOffer(
        organisations.get(invitation.organisationId()).name(),
        invitation.role(),
        invitation.email(),
        Optional.ofNullable(invitation.invitedBy())
            .flatMap(people::findById)
            .filter(p -> !p.isClosed())
            .map(PersonRow::name)
            .orElse(null),
        people.findByEmail(invitation.email()).isPresent());
  }

  /**
   * Accepts.
   *
   * @throws DomainException.Forbidden where somebody else than the invited is signed in
   * @throws DomainException.Unauthenticated where the address has an account: sign in first
   * @throws DomainException.Invalid where a new account is to be made and a field is wrong
   */
  public InvitationRow accept(Actor actor, Acceptance request, Locale spoken, Client client) {
    InvitationRow invitation = invitations.byLink(request.token());
    if (actor.isSignedIn()) {
      boolean invited =
          people
              .findById(actor.person())
              .filter(p -> p.email().equalsIgnoreCase(invitation.email()))
              .isPresent();
      if (!invited) {
        throw new DomainException.Forbidden("members.invitedIsSomebodyElse");
      }
      return invitations.acceptByLink(actor, request.token());
    }
    if (people.findByEmail(invitation.email()).isPresent()) {
      throw new DomainException.Unauthenticated("members.signInToAccept");
    }
    FieldChecks checks = new FieldChecks();
    String name = checks.line("name", request.name(), SignUps.LONGEST_NAME);
    String language = languages.check(checks, "language", request.language(), spoken);
    String password = rules.check(checks, "password", request.password(), invitation.email());
    checks.require(
        Boolean.TRUE.equals(request.acceptTerms()), Consents.FIELD, Consents.NOT_ACCEPTED);
    checks.done();
    return join(request.token(), invitation, name, passwords.hash(password), language, client);
  }

  @Transactional
  InvitationRow join(
      @Nullable String token,
      InvitationRow invitation,
      String name,
      String hash,
      String language,
      Client client) {
    PersonRow person = signUps.create(invitation.email(), name, hash, language);
    consents.record(person.id(), consents.decoded(consents.current()), person.createdAt());
    throttle.trust(person, client);
    return invitations.acceptByLink(person.asActor(), token);
  }
}
