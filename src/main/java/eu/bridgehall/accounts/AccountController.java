package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The account of the person who asks. */
@Controller("/api/v1/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
class AccountController {
  private final AccountService accounts;
  private final PasswordService passwords;
  private final Consents consents;
  private final Organisations organisations;

  AccountController(
      AccountService accounts,
      PasswordService passwords,
      Consents consents,
      Organisations organisations) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.consents = consents;
    this.organisations = organisations;
  }

  /** Who one is, and for whom one may act. */
  @Get
  AccountResponse get(Actor actor) {
    return response(actor, accounts.get(actor));
  }

  /** Changes name or language. */
  @Patch
  AccountResponse change(Actor actor, @Body AccountChange request) {
    return response(actor, accounts.change(actor, request.name(), request.language()));
  }

  /** Changes the password and ends all other sessions. */
  @Put("/password")
  @Status(HttpStatus.NO_CONTENT)
  @RateLimited("sign-in")
  void changePassword(Actor actor, @Body PasswordChange request, Client client) {
    passwords.change(actor, request.currentPassword(), request.newPassword(), client);
  }

  private AccountResponse response(Actor actor, Person person) {
    Collection<Organisation> found =
        organisations
            .findAll(
                Stream.concat(
                        actor.authorities().keySet().stream(),
                        actor.associations().keySet().stream())
                    .toList())
            .values();
    List<Organisation> sorted =
        found.stream().sorted(Comparator.comparing(Organisation::id)).toList();
    return new AccountResponse(
        person.id(),
        person.email(),
        person.name(),
        person.language(),
        actor.roles().stream().sorted().map(PlatformRole::id).toList(),
        sorted.stream()
            .filter(o -> actor.authorities().containsKey(o.id()))
            .map(o -> new ActsFor(o.id(), o.name(), o.country(), role(actor, o.id())))
            .toList(),
        sorted.stream()
            .filter(o -> actor.associations().containsKey(o.id()))
            .map(o -> new ActsFor(o.id(), o.name(), o.country(), null))
            .toList(),
        consents.listMissing(actor).stream().map(t -> t.document().id()).toList());
  }

  private static @Nullable String role(Actor actor, UUID authority) {
    MemberRole role = actor.authorities().get(authority);
    return role == null ? null : role.id();
  }

  /** What to change; what is missing stays. */
  @Serdeable
  record AccountChange(@Nullable String name, @Nullable String language) {}

  /** The present password and the one to have. */
  @Serdeable
  record PasswordChange(@Nullable String currentPassword, @Nullable String newPassword) {}

  /**
   * An account.
   *
   * @param roles at the secretariat
   * @param authorities of which the person is a member
   * @param associations of which the person is an officer
   * @param toAccept texts that have come in a newer version than the person has accepted
   */
  @Serdeable
  record AccountResponse(
      UUID id,
      String email,
      String name,
      String language,
      @ArraySchema(schema = @Schema(implementation = PlatformRole.class)) List<String> roles,
      List<ActsFor> authorities,
      List<ActsFor> associations,
      @ArraySchema(schema = @Schema(implementation = LegalDocument.class)) List<String> toAccept) {}

  /**
   * For whom a person acts.
   *
   * @param role in an authority; null for an association
   */
  @Serdeable
  record ActsFor(
      UUID id,
      String name,
      String countryCode,
      @Nullable @Schema(implementation = MemberRole.class) String role) {}
}
