package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What automatic signals have found. */
@Controller("/api/v1/moderation/flags")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SignalController {
  private final SignalFlags flags;

  SignalController(SignalFlags flags) {
    this.flags = flags;
  }

  /** One flag, open or closed. */
  @Get("/{id}")
  SignalFlag get(Actor actor, UUID id) {
    return flags.get(actor, id);
  }

  /** Says that I have looked at it: the same is not flagged again. */
  @Post("/{id}/dismissal")
  SignalFlag dismiss(Actor actor, UUID id, @Nullable @Body SignalDismissal dismissal) {
    return flags.dismiss(actor, id, dismissal == null ? new SignalDismissal(null) : dismissal);
  }
}
