package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Client;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The statement of reasons for somebody whose account is suspended, by the token of the link that
 * was mailed to her: without signing in; and what she still does with her account.
 */
@Controller("/api/v1/statements/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class StatementLinkController {
  private final StatementLinks links;
  private final LinkedAccounts accounts;

  StatementLinkController(StatementLinks links, LinkedAccounts accounts) {
    this.links = links;
    this.accounts = accounts;
  }

  /** The statement of reasons. */
  @Get
  StatementResponse get(String token) {
    return links.get(token);
  }

  /** Appeals: once, and within the time that the statement names. */
  @Post("/appeal")
  @Status(HttpStatus.CREATED)
  @RateLimited("confirmation")
  StatementResponse appeal(String token, @Body TextRequest appeal) {
    return links.appeal(token, appeal);
  }

  /**
   * What is kept about somebody whose account is suspended, with her password: a ZIP of JSON, a
   * page in her language, and the files that she has sent.
   */
  @Post(value = "/data.zip", produces = "application/zip")
  @RateLimited("sign-in")
  StreamedFile data(String token, @Body Proof request, Client client) {
    return accounts.data(token, request.password(), client);
  }

  /**
   * Closes a suspended account for good, with its password: name and address are erased. Answered
   * with 409 where somebody else must be owner of an authority before, and where it is not
   * suspended.
   */
  @Post("/closing")
  @Status(HttpStatus.NO_CONTENT)
  @RateLimited("sign-in")
  void close(String token, @Body Proof request, Client client) {
    accounts.close(token, request.password(), client);
  }

  /** The present password. */
  @Serdeable
  record Proof(@Nullable String password) {
    @Override
    public String toString() {
      return "Proof";
    }
  }
}
