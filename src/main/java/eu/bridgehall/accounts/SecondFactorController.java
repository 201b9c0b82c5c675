package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second factor of the person who asks. */
@Controller("/api/v1/account/second-factor")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SecondFactorController {
  private final SecondFactors factors;

  SecondFactorController(SecondFactors factors) {
    this.factors = factors;
  }

  /** Whether it is on, and whether it must be. */
  @Get
  FactorResponse get(Actor actor) {
    SecondFactors.Status status = factors.status(actor);
    return new FactorResponse(status.since(), status.codesLeft(), status.required());
  }

  /** Makes a secret for a program for codes; nothing is asked for until it is confirmed. */
  @Post
  @Status(HttpStatus.CREATED)
  EnrolmentResponse begin(Actor actor) {
    SecondFactors.Enrolment begun = factors.begin(actor);
    return new EnrolmentResponse(begun.secret(), begun.address());
  }

  /** Switches it on by a first code; all other sessions end. */
  @Post("/confirmation")
  @RateLimited("sign-in")
  RecoveryCodes confirm(Actor actor, @Body Proof proof, Client client) {
    return new RecoveryCodes(factors.confirm(actor, proof.password(), proof.code(), client));
  }

  /** Makes new recovery codes; the old ones are worth nothing then. */
  @Post("/recovery-codes")
  @RateLimited("sign-in")
  RecoveryCodes renewCodes(Actor actor, @Body Proof proof, Client client) {
    return new RecoveryCodes(factors.renewCodes(actor, proof.password(), proof.code(), client));
  }

  /** Switches it off. */
  @Post("/removal")
  @Status(HttpStatus.NO_CONTENT)
  @RateLimited("sign-in")
  void turnOff(Actor actor, @Body Proof proof, Client client) {
    factors.turnOff(actor, proof.password(), proof.code(), client);
  }

  /**
   * What shows that it is the person herself.
   *
   * @param code of the program for codes, or a recovery code where the secret is known already
   */
  @Serdeable
  record Proof(@Nullable String password, @Nullable String code) {
    @Override
    public String toString() {
      return "Proof";
    }
  }

  /**
   * How it stands.
   *
   * @param since when it was switched on; null while it is off
   * @param recoveryCodesLeft that were not used
   * @param required whether the person must have one: until it is on, nothing else is answered
   */
  @Serdeable
  record FactorResponse(@Nullable Instant since, int recoveryCodesLeft, boolean required) {}

  /**
   * What is put into a program for codes.
   *
   * @param secret in base 32
   * @param address the same as such programs read it from a picture ({@code otpauth:})
   */
  @Serdeable
  record EnrolmentResponse(String secret, String address) {}

  /** Codes for whoever has lost the program, each good once; they are given this once. */
  @Serdeable
  record RecoveryCodes(List<String> recoveryCodes) {}
}
