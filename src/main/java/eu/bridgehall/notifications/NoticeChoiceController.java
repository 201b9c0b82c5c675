package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Actor;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;

/** How the person who asks wants her mails. */
@Controller("/api/v1/account/notices")
@Secured(SecurityRule.IS_AUTHENTICATED)
class NoticeChoiceController {
  private final NoticeChoices choices;

  NoticeChoiceController(NoticeChoices choices) {
    this.choices = choices;
  }

  /**
   * How my mails come. Those about the account itself, and what was decided on profiles, claims and
   * introductions by a reviewer, always come at once.
   */
  @Get
  NoticeChoice get(Actor actor) {
    return NoticeChoice.of(choices.get(actor));
  }

  /** Says how kinds of mail come; what is missing stays. */
  @Patch
  NoticeChoice change(Actor actor, @Body NoticeChange request) {
    return NoticeChoice.of(choices.change(actor, request.choices()));
  }

  /**
   * How each kind of mail comes.
   *
   * @param introductions one has come, waits for a review or was answered
   * @param messages somebody has written in a conversation
   * @param profiles news of profiles and of claims on them
   */
  @Serdeable
  record NoticeChoice(
      @Schema(implementation = Delivery.class) String introductions,
      @Schema(implementation = Delivery.class) String messages,
      @Schema(implementation = Delivery.class) String profiles) {
    static NoticeChoice of(Map<NoticeKind, Delivery> choices) {
      return new NoticeChoice(
          id(choices, NoticeKind.INTRODUCTIONS),
          id(choices, NoticeKind.MESSAGES),
          id(choices, NoticeKind.PROFILES));
    }

    private static String id(Map<NoticeKind, Delivery> choices, NoticeKind kind) {
      return Objects.requireNonNull(choices.get(kind)).id();
    }
  }
}
