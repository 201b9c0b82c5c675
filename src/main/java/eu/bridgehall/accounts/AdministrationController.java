package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts, platform roles and associations, for administrators. */
@Controller("/api/v1/admin")
@Secured("ADMINISTRATOR")
class AdministrationController {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private final Administration administration;
  private final AccountLocks locks;
  private final SecondFactors factors;

  AdministrationController(
      Administration administration, AccountLocks locks, SecondFactors factors) {
    this.administration = administration;
    this.locks = locks;
    this.factors = factors;
  }

  /** Accounts by a part of address or name. */
  @Get("/people")
  Page<Account> list(
      Actor actor,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    PageRequest page = PageRequest.of(offset, limit, DEFAULT_LIMIT, MAX_LIMIT);
    return administration.list(actor, q, page);
  }

  /** One account with its platform roles. */
  @Get("/people/{personId}")
  PersonAndRoles get(Actor actor, UUID personId) {
    AccountSheet sheet = administration.get(actor, personId);
    return new PersonAndRoles(
        sheet.account(), sheet.roles().stream().map(PlatformRole::id).toList());
  }

  /** Gives a platform role. */
  @Put("/people/{personId}/roles/{role}")
  @Status(HttpStatus.NO_CONTENT)
  void grant(Actor actor, UUID personId, @Schema(implementation = PlatformRole.class) String role) {
    administration.grant(actor, personId, FieldChecks.chosen("role", role, PlatformRole.class));
  }

  /** Takes a platform role away. */
  @Delete("/people/{personId}/roles/{role}")
  @Status(HttpStatus.NO_CONTENT)
  void revoke(
      Actor actor, UUID personId, @Schema(implementation = PlatformRole.class) String role) {
    administration.revoke(actor, personId, FieldChecks.chosen("role", role, PlatformRole.class));
  }

  /**
   * Locks an account that others seem to have taken, with a reason: its sessions end, and its owner
   * sets a new password by the link that is mailed to her.
   */
  @Post("/people/{personId}/lock")
  @Status(HttpStatus.NO_CONTENT)
  void lock(Actor actor, UUID personId, @Body Lock request) {
    locks.lock(actor, personId, request.reason());
  }

  /** Takes away the second factor of somebody who has lost it, with a reason; her sessions end. */
  @Post("/people/{personId}/second-factor-reset")
  @Status(HttpStatus.NO_CONTENT)
  void resetSecondFactor(Actor actor, UUID personId, @Body FactorReset request) {
    factors.reset(actor, personId, request.reason());
  }

  /** Adds the association of a country. */
  @Post("/associations")
  @Status(HttpStatus.CREATED)
  AssociationResponse create(Actor actor, @Body NewAssociation request) {
    return AssociationResponse.of(
        administration.createAssociation(
            actor, request.countryCode(), request.name(), request.website()));
  }

  /** Changes the name and website of an association. */
  @Put("/associations/{associationId}")
  AssociationResponse change(Actor actor, UUID associationId, @Body AssociationChange request) {
    return AssociationResponse.of(
        administration.changeAssociation(actor, associationId, request.name(), request.website()));
  }

  /** The officers of an association. */
  @Get("/associations/{associationId}/officers")
  Page<Account> officers(Actor actor, UUID associationId) {
    return Page.of(administration.listOfficers(actor, associationId));
  }

  /** Makes a person an officer. */
  @Put("/associations/{associationId}/officers/{personId}")
  @Status(HttpStatus.NO_CONTENT)
  void addOfficer(Actor actor, UUID associationId, UUID personId) {
    administration.addOfficer(actor, associationId, personId);
  }

  /** Ends that. */
  @Delete("/associations/{associationId}/officers/{personId}")
  @Status(HttpStatus.NO_CONTENT)
  void removeOfficer(Actor actor, UUID associationId, UUID personId) {
    administration.removeOfficer(actor, associationId, personId);
  }

  /** An account and its platform roles. */
  @Serdeable
  record PersonAndRoles(
      Account person,
      @ArraySchema(schema = @Schema(implementation = PlatformRole.class)) List<String> roles) {}

  /** Why an account is locked. */
  @Serdeable
  record Lock(@Nullable String reason) {}

  /** Why a second factor is taken away. */
  @Serdeable
  record FactorReset(@Nullable String reason) {}

  /** An association to add. */
  @Serdeable
  record NewAssociation(
      @Nullable String countryCode, @Nullable String name, @Nullable String website) {}

  /** What an association is to be called from now on. */
  @Serdeable
  record AssociationChange(@Nullable String name, @Nullable String website) {}

  /** An association. */
  @Serdeable
  record AssociationResponse(UUID id, String countryCode, String name, @Nullable String website) {
    static AssociationResponse of(Organisation o) {
      return new AssociationResponse(o.id(), o.country(), o.name(), o.website());
    }
  }
}
