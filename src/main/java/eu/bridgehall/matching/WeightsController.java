package eu.bridgehall.matching;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.VersionTag;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What counts for an authority. */
@Controller("/api/v1/authorities/{id}/weights")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Matches")
class WeightsController {
  private final AuthorityWeights weights;

  WeightsController(AuthorityWeights weights) {
    this.weights = weights;
  }

  /** The weights that the authority has chosen, or those by default. */
  @Get
  HttpResponse<WeightsView> get(Actor actor, UUID id) {
    return answer(weights.get(actor, id));
  }

  /**
   * Makes these the weights of the authority: they count in what is suggested to it, and as its
   * side of the score wherever others meet it. What is left out gets its default.
   */
  @Put
  HttpResponse<WeightsView> save(
      Actor actor,
      UUID id,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
      @Body WeightsRequest request) {
    return answer(weights.save(actor, id, VersionTag.required(ifMatch), request::checked));
  }

  /** Goes back to the weights by default. */
  @Delete
  HttpResponse<WeightsView> reset(
      Actor actor, UUID id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(weights.reset(actor, id, VersionTag.required(ifMatch)));
  }

  private static HttpResponse<WeightsView> answer(WeightsView view) {
    return HttpResponse.ok(view).header(HttpHeaders.ETAG, VersionTag.of(view.version()));
  }
}
