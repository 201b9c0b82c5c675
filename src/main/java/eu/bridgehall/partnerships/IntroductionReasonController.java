package eu.bridgehall.partnerships;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Locale;

/** The reasons that are given when an introduction is declined or rejected, for everybody. */
@Controller("/api/v1/introduction-reasons")
@Secured(SecurityRule.IS_ANONYMOUS)
class IntroductionReasonController {
  private final IntroductionReasons reasons;

  IntroductionReasonController(IntroductionReasons reasons) {
    this.reasons = reasons;
  }

  /** All of them, named in the reader's language. */
  @Get
  IntroductionReasons.ReasonLists list(Locale language) {
    return reasons.list(language);
  }
}
