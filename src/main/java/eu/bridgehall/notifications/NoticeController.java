package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Actor;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which mails the person who asks wants. */
@Controller("/api/v1/account/notices")
@Secured(SecurityRule.IS_AUTHENTICATED)
class NoticeController {
  private final NoticeChoices choices;

  NoticeController(NoticeChoices choices) {
    this.choices = choices;
  }

  /** The mails that I am sent. Those about the account itself are always sent. */
  @Get
  Notices get(Actor actor) {
    return Notices.of(choices.wanted(actor));
  }

  /** Switches kinds of mail on and off; what is missing stays. */
  @Patch
  Notices change(Actor actor, @Body NoticeChange request) {
    return Notices.of(choices.change(actor, request.choices()));
  }

  /**
   * Whether each kind of mail is sent.
   *
   * @param introductions one has come, waits for a review or was answered
   * @param messages somebody has written in a conversation
   * @param profiles news of profiles and of claims on them
   */
  @Serdeable
  record Notices(boolean introductions, boolean messages, boolean profiles) {
    static Notices of(Set<NoticeKind> wanted) {
      return new Notices(
          wanted.contains(NoticeKind.INTRODUCTIONS),
          wanted.contains(NoticeKind.MESSAGES),
          wanted.contains(NoticeKind.PROFILES));
    }
  }

  /** What to change; what is missing stays. */
  @Serdeable
  record NoticeChange(
      @Nullable Boolean introductions, @Nullable Boolean messages, @Nullable Boolean profiles) {
    Map<NoticeKind, Boolean> choices() {
      Map<NoticeKind, Boolean> choices = new EnumMap<>(NoticeKind.class);
      put(choices, NoticeKind.INTRODUCTIONS, introductions);
      put(choices, NoticeKind.MESSAGES, messages);
      put(choices, NoticeKind.PROFILES, profiles);
      return choices;
    }

    private static void put(
        Map<NoticeKind, Boolean> choices, NoticeKind kind, @Nullable Boolean wanted) {
      if (wanted != null) {
        choices.put(kind, wanted);
      }
    }
  }
}
