package eu.bridgehall.audit;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** The log of who did what to whom, for administrators. */
@Controller("/api/v1/admin/audit")
@Secured("ADMINISTRATOR")
class AuditController {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private final AuditTrail trail;
  private final ObjectMapper json;

  AuditController(AuditTrail trail, ObjectMapper json) {
    this.trail = trail;
    this.json = json;
  }

  /**
   * Entries of the log, the last first.
   *
   * @param person id of the account that acted
   * @param action an action such as profile.confirm, or all of a feature: profile
   * @param subject id of what it was done to
   * @param from the first day, such as 2026-05-31, in UTC
   * @param until the last day
   * @param offset how many entries to pass over
   * @param limit how many to give, at the most 200
   */
  @Get
  Page<AuditEntryResponse> list(
      Actor actor,
      @Nullable @QueryValue String person,
      @Nullable @QueryValue String action,
      @Nullable @QueryValue String subject,
      @Nullable @QueryValue String from,
      @Nullable @QueryValue String until,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return trail
        .list(
            actor,
            AuditFilter.of(person, action, subject, from, until),
            PageRequest.of(offset, limit, DEFAULT_LIMIT, MAX_LIMIT))
        .map(entry -> AuditEntryResponse.of(entry, json));
  }

  /** How far the log is sealed, and what was found when its chain was last looked through. */
  @Get("/chain")
  AuditChainState chain(Actor actor) {
    return trail.chain(actor);
  }
}
