package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.VersionTag;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;

/** Which introductions are reviewed before they are sent; the secretariat sets that. */
@Controller("/api/v1/review/rules")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReviewRulesController {
  private final ReviewRuleBook rules;

  ReviewRulesController(ReviewRuleBook rules) {
    this.rules = rules;
  }

  /** The rules as they are, for the secretariat. */
  @Get
  HttpResponse<ReviewRules> get(Actor actor) {
    return answer(rules.get(actor));
  }

  /** Makes these the rules for what is asked for from now on; what is left out is off. */
  @Put
  HttpResponse<ReviewRules> save(
      Actor actor,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
      @Body ReviewRulesRequest request) {
    return answer(rules.save(actor, VersionTag.required(ifMatch), request));
  }

  private static HttpResponse<ReviewRules> answer(ReviewRules rules) {
    return HttpResponse.ok(rules).header(HttpHeaders.ETAG, VersionTag.of(rules.version()));
  }
}
