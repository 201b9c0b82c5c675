package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept about the person who asks, and its end. */
@Controller("/api/v1/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OwnDataController {
  private final PersonalData data;
  private final PersonalArchive archive;
  private final AccountClosing closing;

  OwnDataController(PersonalData data, PersonalArchive archive, AccountClosing closing) {
    this.data = data;
    this.archive = archive;
    this.closing = closing;
  }

  /** What is kept about me, by the feature that keeps it, as a file. */
  @Get("/data")
  @RateLimited("own-data")
  HttpResponse<Map<String, Object>> data(Actor actor) {
    return HttpResponse.ok(data.collect(actor))
        .header(HttpHeaders.CONTENT_DISPOSITION, PersonalData.AS_FILE);
  }

  /** The same and the files that I have sent, as a ZIP: JSON, and a page in my language. */
  @Get(value = "/data.zip", produces = "application/zip")
  @RateLimited("own-data")
  StreamedFile archive(Actor actor) {
    return archive.of(actor);
  }

  /**
   * Closes the account for good: name and address are erased. Answered with 409 where somebody else
   * must be owner of an authority, or administrator, before.
   */
  @Post("/closing")
  @Status(HttpStatus.NO_CONTENT)
  @RateLimited("sign-in")
  void close(Actor actor, @Body Closing request, Client client) {
    closing.close(actor, request.password(), client);
  }

  /** The present password. */
  @Serdeable
  record Closing(@Nullable String password) {
    @Override
    public String toString() {
      return "Closing";
    }
  }
}
