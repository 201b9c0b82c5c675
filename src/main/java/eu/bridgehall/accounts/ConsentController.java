package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person who asks has still to accept. */
@Controller("/api/v1/account/consents")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConsentController {
  private final Consents consents;

  ConsentController(Consents consents) {
    this.consents = consents;
  }

  /** The texts in versions that are newer than what the person has accepted. */
  @Get
  ToAccept list(Actor actor) {
    return new ToAccept(
        consents.listMissing(actor).stream()
            .map(t -> new TextResponse(t.document().id(), t.version(), t.date()))
            .toList());
  }

  /** Accepts the newest versions. */
  @Put
  @Status(HttpStatus.NO_CONTENT)
  void accept(Actor actor, @Body Consent request) {
    consents.accept(actor, request.acceptTerms());
  }

  /**
   * What is to be accepted.
   *
   * @param texts empty where everything was
   */
  @Serdeable
  record ToAccept(List<TextResponse> texts) {}

  /**
   * A version of a text, which is a page: {@code /terms}, {@code /privacy} or {@code /rules}.
   *
   * @param date from which it applies
   */
  @Serdeable
  record TextResponse(
      @Schema(implementation = LegalDocument.class) String document, int version, LocalDate date) {}

  /**
   * That the newest versions are accepted.
   *
   * @param acceptTerms must be true
   */
  @Serdeable
  record Consent(@Nullable Boolean acceptTerms) {}
}
